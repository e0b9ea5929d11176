/** What every reference of the kit carries. The id is how figures and claims name it. */
export interface SourceRecord {
  id: string
  title: string
  /** As printed under a slide: one or two names, or the first one and "et al.". */
  authors: string
  year: number
  /** Where it was published: a conference, a journal, a blog. */
  venue?: string
  /** Full https address; papers by their DOI where there is one. */
  url: string
  /** By those who were there, who ruled on it, or who tested it themselves. */
  firsthand?: true
  /** Day on which its text was opened again and read, YYYY-MM-DD. */
  checked?: string
}

interface RetiredName {
  name: RegExp
  /** The word to use today. */
  use: string
  /** Phrases in which the old name is the right one: titles, data sets, history told as such. */
  except?: RegExp
}

const RETIRED: readonly RetiredName[] = [
  { name: /\bStackdriver\b/g, use: 'Google Cloud Observability' },
  { name: /\bGoogle Cloud Operations\b/g, use: 'Google Cloud Observability' },
  { name: /\bAnthos\b/g, use: 'Google Kubernetes Engine' },
  { name: /\bCosmosDB\b/g, use: 'Azure Cosmos DB' },
  { name: /\bML Studio\b/g, use: 'Azure Machine Learning' },
  { name: /\bSageMaker\b(?! AI\b)/g, use: 'SageMaker AI' },
  { name: /\bVertex AI\b/g, use: 'Gemini Enterprise Agent Platform' },
  { name: /\bTupperware\b/g, use: 'Twine' },
  {
    name: /\bFacebook\b/g,
    use: 'Meta',
    except:
      /Scaling Memcache at Facebook|Facebook, as the company was called|Facebook \(now Meta\)/g,
  },
  { name: /\bTwitter\b/g, use: 'X', except: /Twitter graph|Twitter \(now X\)/g },
]

/** A product or company under a name that it no longer has. */
export interface RetiredUse {
  found: string
  use: string
  /** Where it starts in the text. */
  index: number
}

/** Every retired name in a text, such as a slide, with the name to use instead. */
export function findRetiredNames(text: string): readonly RetiredUse[] {
  return RETIRED.flatMap(({ name, use, except }) => {
    const allowed = except === undefined ? [] : [...text.matchAll(except)]
    return [...text.matchAll(name)]
      .filter(
        ({ index }) =>
          !allowed.some(
            (phrase) => index >= phrase.index && index < phrase.index + phrase[0].length,
          ),
      )
      .map((match) => ({ found: match[0], use, index: match.index }))
  }).toSorted((a, b) => a.index - b.index)
}

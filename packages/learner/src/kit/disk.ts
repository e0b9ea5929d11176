/** The few things that are done with files, so that a full disk can be had in a test. */
export interface Disk {
  /** @returns undefined where there is no such file */
  read(file: string): Promise<Uint8Array | undefined>
  /**
   * Whole or not at all, whatever ends this process; the folder is made.
   *
   * @param options.isPrivate nobody else on this machine may read it; default: as the file was before
   */
  write(file: string, content: Uint8Array, options?: { isPrivate: boolean }): Promise<void>
  /** Adds to the end, on the disk when it returns; the folder is made. */
  append(file: string, text: string): Promise<void>
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  rename(from: string, to: string): Promise<void>
  /** Does nothing where there is no such file. */
  remove(file: string): Promise<void>
}

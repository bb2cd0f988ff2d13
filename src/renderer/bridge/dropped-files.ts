/** Where a file lay within the folder that was dropped. */
const paths = new WeakMap<File, string>()

/** A file's name with the folders in it that it was picked or dropped with. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name)
}

/** Files and, through their folders, all files in them; hidden ones are passed over. To be called while the drop is told: later its data is gone. */
export function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry())
  if (entries.every((entry) => entry === null)) return Promise.resolve([...data.files])
  return Promise.all(entries.map((entry) => (entry === null ? [] : filesOf(entry)))).then((files) => files.flat())
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry))
    return await new Promise((resolve) =>
      entry.file(
        (file) => {
          paths.set(file, entry.fullPath.replace(/^\//, ''))
          resolve([file])
        },
        () => resolve([]),
      ),
    )
  if (!isFolder(entry)) return []
  const children = await childrenOf(entry)
  const files = await Promise.all(children.filter(({ name }) => !name.startsWith('.')).map(filesOf))
  return files.flat()
}

/** A reader gives at most a hundred entries at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1))
    all.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

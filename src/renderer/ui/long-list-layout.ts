import { ListLayout, type ListLayoutOptions, Size } from 'react-aria-components'

type Options = ListLayoutOptions & {
  /** Of all rows, made or not. */
  readonly total: number
}

/** A list as long as all its rows, of one height each, while only the first of them are made. */
export class LongListLayout<T> extends ListLayout<T, Options> {
  private total = 0

  override shouldInvalidateLayoutOptions(options: Options, old: Options): boolean {
    return options.total !== old.total || super.shouldInvalidateLayoutOptions(options, old)
  }

  override update(context: Parameters<ListLayout<T, Options>['update']>[0]): void {
    this.total = context.layoutOptions?.total ?? 0
    super.update(context)
  }

  override getContentSize(): Size {
    const { width, height } = super.getContentSize()
    return new Size(width, Math.max(height, this.total * (this.rowSize ?? 0)))
  }
}

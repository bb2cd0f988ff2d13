import { Size, TableLayout, type TableLayoutProps } from 'react-aria-components'

type Options = TableLayoutProps & {
  /** Of all rows, made or not. */
  readonly total: number
}

/** A table as long as all its rows, of one height each, while only the first of them are made. */
export class LongTableLayout<T> extends TableLayout<T, Options> {
  private total = 0

  override shouldInvalidateLayoutOptions(options: Options, old: Options): boolean {
    return options.total !== old.total || super.shouldInvalidateLayoutOptions(options, old)
  }

  override update(context: Parameters<TableLayout<T, Options>['update']>[0]): void {
    this.total = context.layoutOptions?.total ?? 0
    super.update(context)
  }

  override getContentSize(): Size {
    const { width, height } = super.getContentSize()
    const all = (this.headingHeight ?? 0) + this.total * (this.rowHeight ?? 0)
    return new Size(width, Math.max(height, all))
  }
}

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button'
import styles from './dialog.module.css'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly size?: 'small' | 'medium' | 'large'
  /** The title is read out but not drawn, and the content reaches the edges: the palette and the link picker. */
  readonly bare?: boolean
  /** The content is read rather than operated: it takes the focus itself, so that keys scroll it. */
  readonly reading?: boolean
  readonly children: ReactNode
  readonly footer?: ReactNode
}

/** A modal dialog: focus stays inside, Escape and a click outside close it, focus returns where it was. */
export function Dialog({
  title,
  onClose,
  size = 'medium',
  bare = false,
  reading = false,
  children,
  footer,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      data-dialog-overlay
    >
      <Modal className={`${styles.modal} ${styles[size]}`} data-bare={bare || undefined}>
        <AriaDialog className={styles.dialog ?? ''}>
          {bare ? (
            <Heading slot="title" className="visually-hidden">
              {title}
            </Heading>
          ) : (
            <div className={styles.header}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton label="Close" onPress={onClose}>
                <X size={16} />
              </IconButton>
            </div>
          )}
          <div className={bare ? styles.bare : styles.body} tabIndex={reading ? 0 : undefined}>
            {children}
          </div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export function ToastList() {
  return null
}

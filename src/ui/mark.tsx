import classes from './mark.module.css'

type Props = { readonly size?: number; readonly title?: string }

/** The lighthouse: a tower on its rock, the lamp lit, its beam over two waves. */
export function Mark({ size = 32, title }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      className={classes.mark}
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      <path d="M27 13.2 46 7v11.5l-19-2z" className={classes.beam} />
      <path d="M21 13.2 2 7v11.5l19-2z" className={classes.beam} data-far />
      <path d="M24 3.5 29 9.6H19z" className={classes.stone} />
      <rect x="20.6" y="10.6" width="6.8" height="7" rx="1.2" className={classes.lamp} />
      <path d="M18.4 18.6h11.2v2.5H18.4z" className={classes.stone} />
      <path
        d="m20.2 22.1-.5 4.6h8.6l-.5-4.6zM19.3 29.6l-.5 4.6h10.4l-.5-4.6zM18.4 37.1l-.3 2.4h11.8l-.3-2.4z"
        className={classes.stone}
      />
      <path d="M3 40.8c3.5-2.6 7-2.6 10.5 0s7 2.6 10.5 0 7-2.6 10.5 0 7 2.6 10.5 0" className={classes.wave} />
      <path
        d="M9.5 45.3c2.9-1.9 5.8-1.9 8.7 0 2.9 1.9 5.8 1.9 8.7 0 2.9-1.9 5.8-1.9 8.7 0"
        className={classes.wave}
        data-far
      />
    </svg>
  )
}

/** Mark and name side by side. */
export function NamedMark({ size = 32 }: { readonly size?: number }) {
  return (
    <span className={classes.named}>
      <Mark size={size} />
      <span className={classes.name} style={{ fontSize: size * 0.58 }}>
        Hải Đăng
      </span>
    </span>
  )
}

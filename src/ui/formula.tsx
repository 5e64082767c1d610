import type { ReactNode } from 'react'
import classes from './formula.module.css'

type Props = {
  readonly numerator: ReactNode
  readonly denominator?: ReactNode
  /** "× 100%" and the like, after the fraction. */
  readonly factor?: ReactNode
  readonly result?: ReactNode
  /** Between the parts when it is read aloud: "chia cho". */
  readonly over?: string
}

/** A fraction as it is written by hand; read aloud as "a, over, b". */
export function Formula({ numerator, denominator, factor, result, over = '÷' }: Props) {
  return (
    <div className={classes.formula}>
      <div className={classes.fraction}>
        <div>{numerator}</div>
        {denominator !== undefined && (
          <>
            <div className={classes.bar}>
              <span>{over}</span>
            </div>
            <div>{denominator}</div>
          </>
        )}
      </div>
      {factor && <div className={classes.factor}>{factor}</div>}
      {result && <div className={classes.result}>= {result}</div>}
    </div>
  )
}

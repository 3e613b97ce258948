package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.parley.guarantees.log.Moments;

class TimeRangeTest {

  private static final Object BASE = "an incident";

  @Test
  void movesWithItsBase() {
    TimeRange range = TimeRange.of(BASE, 3, 7).plus(5).plus(-1);
    assertEquals(new TimeRange(7, 11, false, BASE, 4), range);
    assertEquals(new TimeRange(7, 11, true, BASE, 4), range.orNever());
    assertEquals(range, range.orNever().coming());
    assertEquals(new TimeRange(8, 12, true, BASE, 5), range.orNever().plus(1));
  }

  /// Beyond all time no offset is exact: such a range compares by its ends alone.
  @Test
  void hasNoBaseIfItIsUnbounded() {
    assertNull(TimeRange.of(BASE, Moments.ALWAYS, 7).base());
    assertNull(TimeRange.of(BASE, 3, Moments.NEVER).base());
    assertEquals(BASE, TimeRange.of(BASE, Moments.ALWAYS / 4 + 1, 7).base());
    assertEquals(BASE, TimeRange.of(BASE, 3, Moments.NEVER / 4 - 1).base());
    assertNull(TimeRange.of(BASE, Moments.ALWAYS / 4, 7).base());
    assertNull(TimeRange.of(BASE, 3, Moments.NEVER / 4).base());
    TimeRange range = TimeRange.of(BASE, 3, 7);
    assertEquals(BASE, range.plus(Moments.NEVER / 4 - 1).base());
    assertNull(range.plus(Moments.NEVER / 4).base());
    assertEquals(BASE, range.plus(Moments.ALWAYS / 4 + 1).base());
    assertNull(range.plus(Moments.ALWAYS / 4).base());
  }

  @Test
  void keepsItsBaseAsLongAsItsEnds() {
    TimeRange range = TimeRange.of(BASE, 3, 7);
    assertSame(range, range.moved(3, 7));
    assertEquals(TimeRange.between(3, 6), range.moved(3, 6));
    assertEquals(TimeRange.between(2, 7), range.moved(2, 7));
    assertTrue(range.orNever().moved(2, 7).mayFail());
  }

  @Test
  void isCutToThePartThatIsAskedFor() {
    TimeRange range = TimeRange.of(BASE, 3, 7);
    assertSame(range, range.upTo(7));
    assertEquals(new TimeRange(3, 6, false, BASE, 0), range.upTo(6));
    assertEquals(range, range.orNever().upTo(7), "never is no part up to a moment");
    assertEquals(range, range.orNever().upTo(9));
    assertSame(range, range.from(3));
    assertEquals(new TimeRange(4, 7, false, BASE, 0), range.from(4));
    assertEquals(new TimeRange(4, 7, true, BASE, 0), range.orNever().from(4));
  }

  @Test
  void neverIsOneRangeAlone() {
    assertTrue(TimeRange.NEVER.isNever());
    assertFalse(TimeRange.between(3, 7).isNever());
    assertFalse(TimeRange.between(3, 7).orNever().isNever());
    assertSame(TimeRange.NEVER, TimeRange.NEVER.orNever());
    TimeRange perhaps = TimeRange.between(3, 7).orNever();
    assertSame(perhaps, perhaps.orNever());
    TimeRange surely = TimeRange.between(3, 7);
    assertSame(surely, surely.coming());
  }
}

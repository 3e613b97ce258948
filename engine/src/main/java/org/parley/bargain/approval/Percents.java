package org.parley.bargain.approval;

/// A share in whole per cents, or its range.
///
/// @param least the lower end, 0 to 100
/// @param most the upper end; equal if the share is known
public record Percents(int least, int most) {

  public static final Percents ALL = new Percents(100, 100);
  public static final Percents NONE = new Percents(0, 0);

  public Percents {
    if (least < 0 || most > 100 || least > most) {
      throw new IllegalArgumentException("not a range of per cents: " + least + " to " + most);
    }
  }

  public int width() {
    return most - least;
  }
}

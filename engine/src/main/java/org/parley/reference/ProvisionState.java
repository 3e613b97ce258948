package org.parley.reference;

/// How far a provision of an accord was carried out in one year, as the Peace Accords Matrix codes
/// it.
///
/// @param initiated whether it had begun
/// @param level from 0, nothing, over 1, minimal, and 2, intermediate, to 3, full
/// @param reversal from 0, none, to 2
public record ProvisionState(boolean initiated, int level, int reversal) {

  /// The level that counts as done.
  public static final int FULL = 3;

  public ProvisionState {
    if (level < 0 || level > FULL || reversal < 0 || reversal > 2) {
      throw new IllegalArgumentException("level " + level + ", reversal " + reversal);
    }
  }

  /// Whether it is coded as fully carried out.
  public boolean isDone() {
    return level == FULL;
  }
}

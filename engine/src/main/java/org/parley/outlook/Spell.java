package org.parley.outlook;

/// How long something lasted, as far as it was seen.
///
/// @param days from its beginning to its end, or to the last day seen; 0 or more
/// @param ended whether it ended then; else it was still standing (right-censored)
/// @param cluster what it belongs to, such as a conflict: spells of one cluster are not independent
public record Spell(long days, boolean ended, String cluster) {

  public Spell {
    if (days < 0) {
      throw new IllegalArgumentException("counting a spell: " + days + " days are negative");
    }
  }
}

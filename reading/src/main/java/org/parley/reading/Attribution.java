package org.parley.reading;

/// On whose words something rests, as the text shows it.
public enum Attribution {
  /// The speaker's own words stand in quotation marks.
  DIRECT_QUOTE,
  /// A speaker's words, reported; also those of an unnamed official with an office.
  REPORTED_SPEECH,
  /// Somebody with neither name nor office.
  UNATTRIBUTED,
  /// The text itself says so, in its own voice: nobody is named, and no record is made of it.
  NEWSROOM,
  /// The speaker reports the words or decisions of another, or another outlet is the only source.
  RELAYED
}

package org.parley.provision;

/// The unit that a number stands for, the widest first. A wider unit is never part of a narrower
/// one.
public enum Unit {
  ANNEX,
  PART,
  TITLE,
  CHAPTER,
  SECTION,
  /// A heading without a number.
  HEADING,
  ARTICLE,
  /// A bare number or letter: a numbered point, a paragraph, an item of a list.
  ITEM
}

package org.parley.document;

import org.parley.provision.Unit;

/// The kind of an element, in the terms of Akoma Ntoso. The widest come first.
public enum ElementKind {
  /// Title, parties and preamble before the first provision.
  OPENING,
  ANNEX,
  PART,
  TITLE,
  CHAPTER,
  SECTION,
  /// A heading without a number.
  HEADING,
  ARTICLE,
  /// A numbered paragraph, or an item of a list.
  ITEM,
  /// The formula of signature, and the signatures.
  CLOSING;

  static ElementKind of(Unit unit) {
    return switch (unit) {
      case ANNEX -> ANNEX;
      case PART -> PART;
      case TITLE -> TITLE;
      case CHAPTER -> CHAPTER;
      case SECTION -> SECTION;
      case HEADING -> HEADING;
      case ARTICLE -> ARTICLE;
      case ITEM -> ITEM;
    };
  }

  /// Whether it is printed under a heading of its own.
  public boolean hasHead() {
    return this != OPENING && this != ITEM && this != CLOSING;
  }
}

package org.parley.model.position;

/// A party's view of an option, best first. A red line is an option it will not accept.
public enum Grade {
  PREFERRED,
  ACCEPTABLE,
  TOLERABLE,
  RED_LINE
}

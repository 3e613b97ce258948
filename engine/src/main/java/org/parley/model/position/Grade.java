package org.parley.model.position;

/// How a party takes an option, best first. A red line is an option it will not accept.
public enum Grade {
  PREFERRED,
  ACCEPTABLE,
  TOLERABLE,
  RED_LINE
}

package org.parley.web;

import org.jspecify.annotations.NullMarked;

/// Talks on a border, into which texts are read.
@NullMarked
final class Border {

  static final String CASE =
      """
      case: {title: Talks on the northern border}
      parties:
        - {id: NL, name: Northland, kind: state, roles: [signatory]}
        - {id: SL, name: Southland, kind: state}
      instruments:
        - {id: accord, title: Border accord, kind: treaty, signatories: [NL, SL]}
      points:
        - {id: border, number: "1", title: Course of the border, instrument: accord}
        - {id: fishing, number: "2", title: Fishing rights, instrument: accord}
      """;

  private Border() {}
}

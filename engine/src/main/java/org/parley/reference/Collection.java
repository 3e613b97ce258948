package org.parley.reference;

import java.util.Locale;

/// A public collection about agreements and conflicts, with its licence and address.
///
/// Its citation is bibliographic and is found with its name, by [#key()].
public enum Collection {
  /// PA-X Peace Agreements, of PeaceRep.
  PAX("CC-BY-NC-SA-4.0", "https://www.peaceagreements.org/"),
  /// Peace Accords Matrix, of the Kroc Institute. No licence is stated.
  PAM("", "https://peaceaccords.nd.edu/research"),
  /// Civil Conflict Ceasefires, of ETH Zurich and PRIO. No licence is stated.
  CEASEFIRES("", "https://www.prio.org/publications/13532"),
  /// UCDP Peace Agreements, of Uppsala University.
  UCDP_AGREEMENTS("CC-BY-4.0", "https://ucdp.uu.se/downloads/"),
  /// UCDP Conflict Termination, pairs of parties, of Uppsala University.
  UCDP_TERMINATION("CC-BY-4.0", "https://ucdp.uu.se/downloads/");

  private final String licence;
  private final String address;

  Collection(String licence, String address) {
    this.licence = licence;
    this.address = address;
  }

  /// The licence as SPDX names it; empty if none is stated.
  public String licence() {
    return licence;
  }

  /// The page from which it is had.
  public String address() {
    return address;
  }

  /// Its name in files and messages: `pax`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

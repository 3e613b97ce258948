package org.parley.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One published state of a collection. A file belongs to it if its bytes have its SHA-256.
public enum Edition {
  /// Agreements with all topic codes.
  PAX_9(
      Collection.PAX,
      "9",
      2024,
      2144,
      "133c1d758f1886dd2520679a418d4287f88c952418d532d4eb28c7d3324be5c1"),
  /// Agreements with descriptions and addresses, without topic codes.
  PAX_10(
      Collection.PAX,
      "10",
      2025,
      2257,
      "3c30db04e2cd313314420264d56d863ba8ed79f56b6a7540d4f4b6c02033ef4c"),
  /// Accord-years. One row of 323 has no year, so 322 can be used.
  PAM_1_5(
      Collection.PAM,
      "1.5",
      2015,
      323,
      "bac0dd0264235b31350d32c30d70bf997a535d6358a16cb787175b7f0efd6e32"),
  /// A row for each actor of a ceasefire.
  CEASEFIRES_2020(
      Collection.CEASEFIRES,
      "2020",
      2020,
      4091,
      "6e485e18ba84b710734eaa96a99be7a51b3b93fba03de3033c689b4fc32cf0d8"),
  /// Agreements of parties to armed conflicts, and whether they ended.
  UCDP_AGREEMENTS_22_1(
      Collection.UCDP_AGREEMENTS,
      "22.1",
      2021,
      374,
      "d512c104ac085d9934646873df9bbd682f6d9a4c29201504ace6b3fc7b553c2e"),
  /// The calendar years of fighting of each pair of parties.
  UCDP_TERMINATION_3(
      Collection.UCDP_TERMINATION,
      "3-2021",
      2020,
      3140,
      "65db111b1efaca1d3ef04ce275b422ed7dd1658ea14cf5383d456930beb37a4d");

  private final Collection collection;
  private final String version;
  private final int lastYear;
  private final int rows;
  private final String sha256;

  Edition(Collection collection, String version, int lastYear, int rows, String sha256) {
    this.collection = collection;
    this.version = version;
    this.lastYear = lastYear;
    this.rows = rows;
    this.sha256 = sha256;
  }

  /// The edition whose file has this SHA-256, in hexadecimal.
  public static Optional<Edition> find(String sha256) {
    String lower = sha256.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.sha256.equals(lower)).findFirst();
  }

  public Collection collection() {
    return collection;
  }

  /// Its version, as its authors number it.
  public String version() {
    return version;
  }

  /// The last year about which it says anything.
  public int lastYear() {
    return lastYear;
  }

  /// The rows of its file, without the heading.
  public int rows() {
    return rows;
  }

  /// The SHA-256 of its file, in lower case.
  public String sha256() {
    return sha256;
  }

  /// Its name in commands, files and answers: `pam-1.5`.
  public String key() {
    return collection.key() + "-" + version;
  }
}

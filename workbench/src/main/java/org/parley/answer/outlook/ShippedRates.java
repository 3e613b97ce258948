package org.parley.answer.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.check.Question;
import org.parley.exact.Finding;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// Base rates of every class by every definition, computed once from the rows of UCDP.
///
/// The rows are not shipped. So a finding about these figures states only that they stand in the
/// table, whose SHA-256 is pinned. Its check sees whether the table is consistent. A test computes
/// them again from the rows.
public final class ShippedRates {

  /// The SHA-256 of the table: an altered one is refused.
  static final String SHA256 = "b2616314c43b8baaf250135cfd78d7c5f050bdc48fb632bfb8adfa827dad8e7c";

  private static final String RESOURCE = "base-rates.csv";
  private static final String HEADING =
      "definition,scope,issue,agreements,conflicts,ended,left out,year,seen,standing,least,most";
  private static final String ANY = "any";

  private static final ShippedRates SHIPPED = read();

  private final Map<Key, BaseRate> rates;
  private final String sha256;

  private record Key(AgreementClass of, Definition definition) {}

  private ShippedRates(Map<Key, BaseRate> rates, String sha256) {
    this.rates = rates;
    this.sha256 = sha256;
  }

  /// The figures of this version.
  public static ShippedRates shipped() {
    return SHIPPED;
  }

  /// The shares of a class; empty if no agreement of it counts.
  public Optional<BaseRate> find(AgreementClass of, Definition definition) {
    return Optional.ofNullable(rates.get(new Key(of, definition)));
  }

  /// The shares of a class as a finding, which [#question()] checks.
  public Finding<BaseRate> finding(AgreementClass of, Definition definition) {
    return find(of, definition)
        .<Finding<BaseRate>>map(
            rate -> new Finding.Proved<>(rate, new BaseRates.Tabled(rate, SHA256)))
        .orElseGet(() -> new Finding.Impossible<>(new BaseRates.NoneCounts(of, definition, 0)));
  }

  /// The question that these figures answer: the table as it was read.
  public Question.RateTable question() {
    return new Question.RateTable(List.copyOf(rates.values()), sha256);
  }

  /// Every class there is, the wider ones first.
  public static List<AgreementClass> classes() {
    List<AgreementClass> classes = new ArrayList<>(List.of(AgreementClass.ALL));
    for (Incompatibility issue : Incompatibility.values()) {
      classes.add(new AgreementClass(null, issue));
    }
    for (SettlementScope scope : SettlementScope.values()) {
      classes.add(new AgreementClass(scope, null));
      for (Incompatibility issue : Incompatibility.values()) {
        classes.add(new AgreementClass(scope, issue));
      }
    }
    return classes;
  }

  /// The text of figures, as they are shipped: a line for each class, definition and year.
  public static String text(List<BaseRate> rates) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (BaseRate rate : rates) {
      for (YearShare share : rate.years()) {
        text.append(word(rate.definition())).append(',');
        text.append(word(rate.of().scope())).append(',');
        text.append(word(rate.of().issue())).append(',');
        text.append(
            Arrays.stream(
                    new int[] {
                      rate.agreements(),
                      rate.conflicts(),
                      rate.ended(),
                      rate.leftOut(),
                      share.year(),
                      share.seen(),
                      share.standing(),
                      share.least(),
                      share.most()
                    })
                .mapToObj(Integer::toString)
                .reduce((all, each) -> all + "," + each)
                .orElseThrow());
        text.append('\n');
      }
    }
    return text.toString();
  }

  /// The name of a constant in addresses, files and answers: "ended-as-coded"; "any" for null.
  public static String word(@Nullable Enum<?> constant) {
    return constant == null ? ANY : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant of a word; null for "any".
  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word) {
    return word.equals(ANY)
        ? null
        : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static ShippedRates read() {
    try (InputStream in = ShippedRates.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("reading base rates: there is no " + RESOURCE);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading base rates: " + RESOURCE, e);
    }
  }

  private static ShippedRates of(String text) {
    Map<Key, BaseRate> rates = new LinkedHashMap<>();
    for (String line : text.lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      Definition definition =
          Definition.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      AgreementClass of =
          new AgreementClass(
              constant(SettlementScope.class, cells[1]), constant(Incompatibility.class, cells[2]));
      int[] numbers = Arrays.stream(cells).skip(3).mapToInt(Integer::parseInt).toArray();
      YearShare share = new YearShare(numbers[4], numbers[5], numbers[6], numbers[7], numbers[8]);
      rates.merge(
          new Key(of, definition),
          new BaseRate(
              of, definition, numbers[0], numbers[1], numbers[2], numbers[3], List.of(share)),
          ShippedRates::joined);
    }
    return new ShippedRates(rates, sha256(text));
  }

  /// The SHA-256 of a text in UTF-8.
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static BaseRate joined(BaseRate earlier, BaseRate later) {
    List<YearShare> years = new ArrayList<>(earlier.years());
    years.addAll(later.years());
    return new BaseRate(
        earlier.of(),
        earlier.definition(),
        earlier.agreements(),
        earlier.conflicts(),
        earlier.ended(),
        earlier.leftOut(),
        years);
  }
}

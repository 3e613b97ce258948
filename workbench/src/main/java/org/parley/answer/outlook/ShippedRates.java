package org.parley.answer.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// Base rates of every class by every definition, computed once from the rows of UCDP.
///
/// The rows are not shipped, so the figures cannot be checked here. A test computes them again from
/// the rows, and checks each.
public final class ShippedRates {

  private static final String RESOURCE = "base-rates.csv";
  private static final String HEADING =
      "definition,scope,issue,agreements,conflicts,ended,left out,year,seen,standing,least,most";
  private static final String ANY = "any";

  private static final ShippedRates SHIPPED = read();

  private final Map<Key, BaseRate> rates;

  private record Key(AgreementClass of, Definition definition) {}

  private ShippedRates(Map<Key, BaseRate> rates) {
    this.rates = rates;
  }

  /// The figures of this version.
  public static ShippedRates shipped() {
    return SHIPPED;
  }

  /// The shares of a class; empty if no agreement of it counts.
  public Optional<BaseRate> find(AgreementClass of, Definition definition) {
    return Optional.ofNullable(rates.get(new Key(of, definition)));
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
    return new ShippedRates(rates);
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

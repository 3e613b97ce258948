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
import java.util.stream.Collectors;
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
import org.parley.reference.AgreementStage;

/// Base rates by every definition, computed once from the rows of UCDP and the codes of PA-X.
///
/// There is every scope, issue and stage, and every single topic that enough agreements have.
///
/// The rows are not shipped. So a finding about these figures states only that they stand in the
/// table, whose SHA-256 is pinned. Its check sees whether the table is consistent. A test computes
/// them again from the rows.
public final class ShippedRates {

  /// The SHA-256 of the table: an altered one is refused.
  static final String SHA256 = "399aa6423f0bda25278774e044a7e7c1c2b7d25483dc40f8d64cd36273be53a8";

  private static final String RESOURCE = "base-rates.csv";
  private static final String HEADING =
      "definition,scope,issue,stage,topic,agreements,conflicts,ended,left out,year,seen,standing,least,most";
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

  /// Every class without topics, the wider ones first.
  public static List<AgreementClass> classes() {
    List<AgreementClass> classes = new ArrayList<>();
    for (AgreementStage stage : anyOf(AgreementStage.values())) {
      for (SettlementScope scope : anyOf(SettlementScope.values())) {
        for (Incompatibility issue : anyOf(Incompatibility.values())) {
          classes.add(new AgreementClass(scope, issue, stage, List.of()));
        }
      }
    }
    return classes;
  }

  private static <E> List<@Nullable E> anyOf(E[] constants) {
    List<@Nullable E> all = new ArrayList<>();
    all.add(null);
    all.addAll(Arrays.asList(constants));
    return all;
  }

  /// The class of a topic.
  public static AgreementClass about(String topic) {
    return new AgreementClass(null, null, null, List.of(topic));
  }

  /// The topics whose class is in the table, ended as coded, sorted: those of enough agreements.
  public List<String> topics() {
    return rates.keySet().stream()
        .filter(each -> each.definition == Definition.ENDED_AS_CODED)
        .flatMap(each -> each.of.topics().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// Whether the table says something of a class, if only that no agreement of it counts.
  public boolean covers(AgreementClass of, Definition definition) {
    return of.topics().isEmpty() || find(of, definition).isPresent();
  }

  /// The text of figures, as they are shipped: a line for each class, definition and year. A class
  /// of which nothing was seen for a year has one line without a year.
  public static String text(List<BaseRate> rates) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (BaseRate rate : rates) {
      String start = String.join(",", start(rate));
      rate.years()
          .forEach(
              each ->
                  text.append(start)
                      .append(',')
                      .append(
                          joined(
                              each.year(), each.seen(), each.standing(), each.least(), each.most()))
                      .append('\n'));
      if (rate.years().isEmpty()) {
        text.append(start).append(",,,,,\n");
      }
    }
    return text.toString();
  }

  private static List<String> start(BaseRate rate) {
    AgreementClass of = rate.of();
    return List.of(
        word(rate.definition()),
        word(of.scope()),
        word(of.issue()),
        word(of.stage()),
        of.topics().isEmpty() ? ANY : of.topics().getFirst(),
        joined(rate.agreements(), rate.conflicts(), rate.ended(), rate.leftOut()));
  }

  private static String joined(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
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
              constant(SettlementScope.class, cells[1]),
              constant(Incompatibility.class, cells[2]),
              constant(AgreementStage.class, cells[3]),
              cells[4].equals(ANY) ? List.of() : List.of(cells[4]));
      int[] counts = numbers(cells, 5, 9);
      List<YearShare> years = new ArrayList<>();
      if (!cells[9].isEmpty()) {
        int[] share = numbers(cells, 9, 14);
        years.add(new YearShare(share[0], share[1], share[2], share[3], share[4]));
      }
      rates.merge(
          new Key(of, definition),
          new BaseRate(of, definition, counts[0], counts[1], counts[2], counts[3], years),
          ShippedRates::joined);
    }
    return new ShippedRates(rates, sha256(text));
  }

  private static int[] numbers(String[] cells, int from, int to) {
    return Arrays.stream(cells, from, to).mapToInt(Integer::parseInt).toArray();
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

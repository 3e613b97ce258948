package org.parley.round;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.party.Party;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Disclosure;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Quantity;

/// A package as it lies before the parties of its round, with the rule they answer under.
///
/// @param round its round
/// @param tabled the package
/// @param supersededAt the moment at which a later version replaced it; null if none has
/// @param text the canonical text of the rule and the package, one fact a line
public record TabledSheet(
    Round round, TabledPackage tabled, @Nullable Instant supersededAt, String text) {

  static final String FORMAT = "parley-tabled-package/1";

  /// The key of the rule of improvement.
  static final String IMPROVES = "improves";

  /// Stands for the language of words whose language is not recorded, and for an absent value.
  static final String NONE = "-";

  /// The package as it lies before its parties.
  ///
  /// @param view the view of any reader of the package: all have the same words of it
  public static TabledSheet of(CaseView view, TabledPackage tabled) {
    Round round = view.get(tabled.round());
    Instant superseded = null;
    for (TabledPackage each : view.tabledPackages()) {
      if (each.replaces(tabled)
          && (superseded == null || each.tabled().instant().isBefore(superseded))) {
        superseded = each.tabled().instant();
      }
    }
    return new TabledSheet(round, tabled, superseded, canonical(view, round, tabled));
  }

  /// The parties that answer: those of the round that may read the package, in the order of the
  /// round.
  public List<PartyId> parties() {
    return answering(round, tabled);
  }

  /// Whether all delegations may read the package, or some parties, as opposed to a draft.
  public boolean isTabled() {
    return tabled.visibility().named().size() > 1
        || tabled.visibility().covers(new Visibility.Delegations());
  }

  private static List<PartyId> answering(Round round, TabledPackage tabled) {
    return round.parties().stream()
        .filter(each -> tabled.visibility().visibleTo(new Viewer.Delegation(each)))
        .toList();
  }

  /// The SHA-256 digest of [#text()], in hexadecimal.
  public String basis() {
    return digest(text);
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String canonical(CaseView view, Round round, TabledPackage tabled) {
    Lines lines = new Lines();
    lines.add(FORMAT);
    lines.add("round", round.id().value());
    lines.add("title", round.title());
    for (PartyId party : answering(round, tabled).stream().sorted().toList()) {
      lines.add("party", party.value());
      view.find(party).map(Party::name).ifPresent(name -> lines.add("name", name));
    }
    lines.add("opens", round.opens().said());
    ZonedMoment closes = round.closes();
    lines.add("closes", closes == null ? NONE : closes.said());
    lines.add("reveal", round.when().name());
    for (Disclosure each : round.reveals().stream().sorted().toList()) {
      lines.add("reveals", each.name());
    }
    if (round.improves() != Round.Improving.LEXIMIN) {
      // Without a line for the default, texts written before there was a choice keep their digest.
      lines.add(IMPROVES, round.improves().name());
    }
    lines.add("package", tabled.id().value());
    lines.add("title", tabled.title());
    lines.add("version", Integer.toString(tabled.version()));
    lines.add("author", tabled.author() == null ? NONE : tabled.author().value());
    for (TabledProvision each : tabled.provisions()) {
      provision(view, each, lines);
    }
    return lines.toString();
  }

  private static void provision(CaseView view, TabledProvision provision, Lines lines) {
    Point point = view.get(provision.point());
    lines.add("point", point.id().value());
    lines.add("number", point.number());
    lines.add("title", point.title());
    OptionId chosen = provision.option();
    if (chosen != null) {
      lines.add("option", chosen.value());
      optionOf(point, chosen).ifPresent(option -> lines.add("title", option.title()));
    }
    if (provision.value() != null) {
      lines.add("value", provision.value().said());
      Quantity quantity = point.quantity();
      if (quantity != null) {
        lines.add("unit", quantity.unit());
      }
    }
    if (provision.text() != null) {
      lines.add("text", provision.text());
    }
  }

  private static Optional<Option> optionOf(Point point, OptionId id) {
    return point.options().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The options of its round that an acceptance can depend on.
  public static List<Option> conditions(CaseView view, TabledPackage tabled) {
    return view.get(tabled.round()).points().stream()
        .flatMap(each -> view.get(each).options().stream())
        .filter(each -> each.visibility().covers(tabled.visibility()))
        .filter(each -> !tabled.has(each.id()))
        .toList();
  }

  /// Lines of a key and a value, in which line breaks are escaped.
  private static final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(String line) {
      text.append(line).append('\n');
    }

    void add(String key, String value) {
      add(key + " " + value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n"));
    }

    void add(String key, LocalizedText words) {
      Map<String, String> all = new TreeMap<>(words.byLanguage());
      if (all.isEmpty()) {
        add(key, NONE + " " + words.text());
      }
      all.forEach((language, said) -> add(key + " " + language, said));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

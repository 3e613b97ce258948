package org.parley.web.edit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseCalendar;
import org.parley.model.CaseComparison;
import org.parley.model.CaseInfo;
import org.parley.model.PartyId;
import org.parley.web.service.Version;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings of a case: title, summary, columns of the board, calendar, class of comparison.
///
/// @param frame the page frame
/// @param version the version that the input is based on
/// @param titles the title by language; the one key is empty for a title without translations
/// @param typed the other fields as typed
/// @param parties the parties, to be named as columns
/// @param faults by field, what is wrong with it
/// @param saved whether it was just saved
public record SettingsPage(
    Frame frame,
    String version,
    Map<String, String> titles,
    Map<String, String> typed,
    List<Say.Choice> parties,
    Map<String, String> faults,
    boolean saved) {

  /// The prefix of the field of a title in one language.
  public static final String TITLE = "title.";

  private static final List<String> REGIONS =
      List.of(
          "Africa/",
          "America/",
          "Antarctica/",
          "Asia/",
          "Atlantic/",
          "Australia/",
          "Europe/",
          "Indian/",
          "Pacific/");
  private static final Pattern LINES = Pattern.compile("[\\s,;]+");

  public SettingsPage {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    typed = Map.copyOf(typed);
    parties = List.copyOf(parties);
    faults = Map.copyOf(faults);
  }

  /// The settings as they stand.
  public static SettingsPage of(OpenCase open, boolean saved) {
    CaseInfo info = open.view().info();
    CaseCalendar calendar = Objects.requireNonNullElse(info.calendar(), CaseCalendar.UTC);
    CaseComparison compared = info.comparison();
    Map<String, String> titles = new LinkedHashMap<>(info.title().byLanguage());
    if (titles.isEmpty()) {
      titles.put("", info.title().text());
    }
    return page(
        open,
        Version.of(info).value(),
        titles,
        Map.ofEntries(
            Map.entry("summary", Objects.requireNonNullElse(info.summary(), "")),
            Map.entry(
                "columns", String.join("\n", info.columns().stream().map(PartyId::value).toList())),
            Map.entry("zone", calendar.zone().getId()),
            Map.entry("rounding", word(calendar.rounding())),
            Map.entry("settles", compared == null ? "" : word(compared.settles())),
            Map.entry("about", compared == null ? "" : word(compared.about())),
            Map.entry("between", compared == null ? "" : word(compared.between())),
            Map.entry("stage", compared == null ? "" : word(compared.stage())),
            Map.entry("topics", compared == null ? "" : String.join(" ", compared.topics())),
            Map.entry("why", compared == null || compared.why() == null ? "" : compared.why())),
        Map.of(),
        saved);
  }

  private static SettingsPage page(
      OpenCase open,
      String version,
      Map<String, String> titles,
      Map<String, String> typed,
      Map<String, String> faults,
      boolean saved) {
    return new SettingsPage(
        Frame.of(Say.text("settings.title"), open.view().info(), "settings"),
        version,
        titles,
        typed,
        open.onPageIn(Language.current()).view().parties().stream()
            .map(party -> new Say.Choice(party.id().value(), party.label().text()))
            .toList(),
        faults,
        saved);
  }

  /// The page with the input of a form, which is not saved.
  ///
  /// @param faults by field, what is wrong with it
  public static SettingsPage sent(
      OpenCase open, Map<String, List<String>> form, Map<String, String> faults) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field :
        List.of(
            "summary",
            "columns",
            "zone",
            "rounding",
            "settles",
            "about",
            "between",
            "stage",
            "topics",
            "why")) {
      typed.put(field, value(form, field));
    }
    return page(open, value(form, "version"), titles(form), typed, faults, false);
  }

  /// The header of a form, or what is wrong with it.
  public static RecordReader.Read<CaseInfo> read(OpenCase open, Map<String, List<String>> form) {
    ObjectNode header = JsonMapper.shared().createObjectNode();
    Map<String, String> titles = titles(form);
    titles.values().removeIf(String::isBlank);
    String plain = titles.get("");
    if (plain != null && titles.size() == 1) {
      header.put("title", plain.strip());
    } else if (!titles.isEmpty()) {
      ObjectNode texts = header.putObject("title");
      titles.forEach((language, text) -> texts.put(language, text.strip()));
    }
    String summary = value(form, "summary").strip();
    if (!summary.isEmpty()) {
      header.put("summary", summary);
    }
    list(header, "columns", form);
    String zone = value(form, "zone").strip();
    String rounding = value(form, "rounding").strip();
    if (!zone.isEmpty() && !(zone.equals("UTC") && rounding.equals("down"))) {
      header.putObject("calendar").put("zone", zone).put("rounding", rounding);
    }
    ObjectNode compared = JsonMapper.shared().createObjectNode();
    for (String field : List.of("settles", "about", "between", "stage", "why")) {
      String word = value(form, field).strip();
      if (!word.isEmpty()) {
        compared.put(field, word);
      }
    }
    list(compared, "topics", form);
    if (!compared.isEmpty()) {
      header.set("comparison", compared);
    }
    return new RecordReader(open.view().records()).readHeader(header.toString());
  }

  /// The words of a field, if there are any.
  private static void list(ObjectNode to, String field, Map<String, List<String>> form) {
    List<String> words =
        LINES.splitAsStream(value(form, field)).filter(each -> !each.isEmpty()).toList();
    if (!words.isEmpty()) {
      ArrayNode list = to.putArray(field);
      words.forEach(list::add);
    }
  }

  private static Map<String, String> titles(Map<String, List<String>> form) {
    Map<String, String> titles = new LinkedHashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(TITLE) && !values.isEmpty()) {
            titles.put(name.substring(TITLE.length()), values.getFirst());
          }
        });
    if (titles.isEmpty()) {
      titles.put("", "");
    }
    return titles;
  }

  private static String value(Map<String, List<String>> form, String field) {
    List<String> values = form.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static String word(@Nullable Enum<?> constant) {
    return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT);
  }

  /// A part of the class that the case is compared with, and the choices for it.
  public record ComparisonField(String name, String label, List<Say.Choice> choices) {}

  /// The parts of the class that the case is compared with.
  public List<ComparisonField> compared() {
    return List.of(
        field("settles", CaseComparison.SettledPart.values()),
        field("about", CaseComparison.DisputedMatter.values()),
        field("between", CaseComparison.ConcludingParties.values()),
        field("stage", CaseComparison.ComparedStage.values()));
  }

  private static ComparisonField field(String name, Enum<?>[] constants) {
    List<Say.Choice> choices = new ArrayList<>();
    choices.add(new Say.Choice("", Say.text("settings.compared.any")));
    for (Enum<?> each : constants) {
      choices.add(
          new Say.Choice(word(each), Say.text("settings.compared." + name, "choice", each)));
    }
    return new ComparisonField(
        name, Say.text("settings.compared.part", "part", new Messages.Select(name)), choices);
  }

  /// The input of a field.
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return faults.getOrDefault(field, "");
  }

  /// The time zones by name.
  public List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(each -> each.equals("UTC") || REGIONS.stream().anyMatch(each::startsWith))
        .sorted()
        .toList();
  }
}

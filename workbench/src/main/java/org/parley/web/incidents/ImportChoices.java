package org.parley.web.incidents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.records.IncidentScope;
import org.parley.exchange.sheet.DayOrder;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;

/// The choices of somebody for a file of incidents.
///
/// @param words what words of the file mean, by category
/// @param from the first day, as it was typed; empty for any
/// @param to the last day, as it was typed; empty for any
/// @param area the id of a place; empty for anywhere
/// @param isOnlyTouching whether incidents that no guarantee answers to are left out
/// @param days the order of day and month in dates with slashes
/// @param readers the word of the visibility of new records; empty for the default
public record ImportChoices(
    Map<About, Map<String, String>> words,
    String from,
    String to,
    String area,
    boolean isOnlyTouching,
    DayOrder days,
    String readers) {

  /// Nothing chosen.
  public static final ImportChoices NONE =
      new ImportChoices(Map.of(), "", "", "", false, DayOrder.UNKNOWN, "");

  private static final Map<String, About> FIELDS =
      Map.of("party/", About.PARTY, "kind/", About.KIND, "place/", About.PLACE);

  private static final int LONGEST_WORD = 64;

  public ImportChoices {
    Map<About, Map<String, String>> copy = new HashMap<>();
    words.forEach((about, meant) -> copy.put(about, Map.copyOf(meant)));
    words = Map.copyOf(copy);
  }

  /// The choices of a form.
  public static ImportChoices of(Map<String, List<String>> fields, CaseView view) {
    Map<About, Map<String, String>> words = new HashMap<>();
    NameMapping plain = NameMapping.of(view.parties());
    for (Map.Entry<String, List<String>> each : fields.entrySet()) {
      String value = field(fields, each.getKey());
      FIELDS.forEach(
          (prefix, about) -> {
            String word = each.getKey().replaceFirst("^" + prefix, "");
            if (each.getKey().startsWith(prefix)
                && isMeant(about, value, view)
                && !isUsual(about, word, value, plain)) {
              words.computeIfAbsent(about, _ -> new LinkedHashMap<>()).put(word, value);
            }
          });
    }
    return new ImportChoices(
        words,
        field(fields, "from"),
        field(fields, "to"),
        field(fields, "area"),
        field(fields, "only").equals("touching"),
        DayOrder.of(field(fields, "days")),
        field(fields, "readers"));
  }

  private static boolean isMeant(About about, String value, CaseView view) {
    return switch (about) {
      case PARTY ->
          value.equals(NameMapping.NOTHING)
              || view.parties().stream().anyMatch(each -> each.id().value().equals(value));
      case KIND, PLACE, GROUP -> !value.isEmpty() && value.length() <= LONGEST_WORD;
    };
  }

  /// Whether a name is said to mean what it means anyway: nothing was chosen for it, and a
  /// suggestion stays open.
  private static boolean isUsual(About about, String word, String value, NameMapping plain) {
    PartyId usual = about == About.PARTY ? plain.party(word).party() : null;
    return about == About.PARTY
        && value.equals(usual == null ? NameMapping.NOTHING : usual.value());
  }

  /// The first value of a field; empty for none.
  public static String field(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
  }

  /// The same with further meanings.
  public ImportChoices with(About about, Map<String, String> meant) {
    Map<About, Map<String, String>> all = new HashMap<>(words);
    Map<String, String> together = new HashMap<>(meant);
    together.putAll(words.getOrDefault(about, Map.of()));
    all.put(about, together);
    return new ImportChoices(all, from, to, area, isOnlyTouching, days, readers);
  }

  /// The same with an order of day and month.
  public ImportChoices with(DayOrder order) {
    return new ImportChoices(words, from, to, area, isOnlyTouching, order, readers);
  }

  /// The meaning chosen for a word; empty for none.
  public String meaning(About about, String written) {
    return words.getOrDefault(about, Map.of()).getOrDefault(written, "");
  }

  /// The bounds and the order of dates, as they were chosen.
  List<String> scopeTyped() {
    return List.of(from.strip(), to.strip(), area, isOnlyTouching ? "touching" : "", days.word());
  }

  /// The names of a case, and what was chosen.
  NameMapping names(CaseView view) {
    NameMapping names = NameMapping.of(view.parties());
    for (Map.Entry<About, Map<String, String>> each : words.entrySet()) {
      names = names.with(each.getKey(), each.getValue());
    }
    return names;
  }

  /// Which incidents are taken in. A day that is none, and a place that is no area, bound nothing.
  IncidentScope scope(CaseView view) {
    Place place =
        Id.SYNTAX.matcher(area).matches()
                && view.find((Id) new PlaceId(area)).orElse(null) instanceof Place found
            ? found
            : null;
    return new IncidentScope(day(from), day(to), place == null ? null : place.geometry());
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}

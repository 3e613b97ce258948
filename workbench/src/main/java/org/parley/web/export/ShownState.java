package org.parley.web.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.OpenCase;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;

/// The state of a case that a page shows, as its visitor may see it. Tables and citations name it
/// as their origin.
///
/// @param open the case as visible to the visitor
/// @param title what the settlement is called
/// @param asOf the day shown
/// @param knownAt the day whose knowledge counts; null for all knowledge
public record ShownState(OpenCase open, String title, LocalDate asOf, @Nullable LocalDate knownAt) {

  /// The state that the current answer shows; unbound where no case is open.
  public static final ScopedValue<ShownState> CURRENT = ScopedValue.newInstance();

  /// The state that an address asks for.
  ///
  /// @param parameters of the address
  public static ShownState of(OpenCase open, Map<String, List<String>> parameters) {
    LocalDate asked = day(parameters, "asOf");
    return new ShownState(
        open,
        ForeignText.plain(open.view().info().title().in(Language.current().tag()).text()),
        asked == null ? open.lastDay() : asked,
        day(parameters, "knownAt"));
  }

  /// A day; null where there is none, since the page itself refuses what cannot be read.
  private static @Nullable LocalDate day(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    try {
      return values.isEmpty() || values.getFirst().isBlank()
          ? null
          : LocalDate.parse(values.getFirst().strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}

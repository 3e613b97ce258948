package org.parley.web.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.ViewHash;
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
/// @param entry the entry of the journal it is after; null if that is unknown, or hidden
public record ShownState(
    OpenCase open,
    String title,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    @Nullable JournalEntry entry) {

  /// An entry of the journal.
  ///
  /// @param number its number
  /// @param hash its hash
  public record JournalEntry(long number, String hash) {}

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
        day(parameters, "knownAt"),
        null);
  }

  /// The same, after an entry of the journal. For mediators alone, since it counts hidden entries.
  public ShownState after(long number, String hash) {
    return new ShownState(open, title, asOf, knownAt, new JournalEntry(number, hash));
  }

  /// Its hash: that of the journal where it is known, else the SHA-256 of all that the visitor may
  /// see, in canonical text. Both change with the state, and the second tells of nothing hidden.
  public String hash() {
    return entry == null ? open.once(StateHash.class, StateHash::of).value() : entry.hash();
  }

  /// @param value in hexadecimal
  private record StateHash(String value) {

    static StateHash of(OpenCase open) {
      return new StateHash(ViewHash.of(open.view()));
    }
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

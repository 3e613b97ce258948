package org.parley.web.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.web.view.Address;

/// The address at which the state that a page shows is found later.
///
/// For a mediator it names the entry of the journal. Others may not count entries: for them it
/// names the day of knowledge, so later knowledge does not show, and later corrections do.
///
/// @param path with its query, without the host
/// @param knownAt whether it names a day of knowledge that the page did not
record PermanentAddress(String path, boolean knownAt) {

  private static final String UNSAFE = " \"<>\\^`{|}";

  private static final List<Pattern> WITH_PAST =
      Arrays.stream(Address.values())
          .filter(Address::hasPast)
          .map(each -> pattern(each.path()))
          .toList();

  /// Pages without a past that show the knowledge of a day.
  private static final List<Pattern> OF_KNOWLEDGE =
      List.of(Address.BRIEF, Address.ACCORD, Address.BURDEN, Address.EFFECTS).stream()
          .map(each -> pattern(each.path()))
          .toList();

  private static Pattern pattern(String path) {
    return Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/]+"));
  }

  /// @param base the path that a proxy serves everything under
  /// @param today the day on which it is asked for
  static PermanentAddress of(ExportAddress page, String base, ShownState state, LocalDate today) {
    String path = page.path().startsWith(base) ? page.path().substring(base.length()) : page.path();
    boolean hasPast = matches(WITH_PAST, path);
    ShownState.JournalEntry entry = state.entry();
    if (hasPast && entry != null) {
      return new PermanentAddress(safe(base + Address.pastOf(entry.number()) + path, page), false);
    }
    if (state.knownAt() == null && (hasPast || matches(OF_KNOWLEDGE, path))) {
      List<String> parameters = new ArrayList<>(page.parameters());
      parameters.add("knownAt=" + today);
      return new PermanentAddress(
          safe(page.path(), new ExportAddress(page.path(), parameters)), true);
    }
    return new PermanentAddress(safe(page.path(), page), false);
  }

  private static boolean matches(List<Pattern> patterns, String path) {
    return patterns.stream().anyMatch(each -> each.matcher(path).matches());
  }

  /// Percent-encoded where other programs could end the address.
  private static String safe(String path, ExportAddress page) {
    String whole = new ExportAddress(path, page.parameters()).page();
    StringBuilder out = new StringBuilder();
    for (byte each : whole.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      out.append(
          c > ' ' && c < 0x7f && UNSAFE.indexOf(c) < 0
              ? String.valueOf(c)
              : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}

package org.parley.web.queue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A proposal of a text on the queue, written `text/3`.
///
/// @param text the key of the text
/// @param number the number of the proposal in it, from 1
public record ProposalRef(String text, int number) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9A-Za-z-]{1,64})/(\\d{1,6})");

  /// How many proposals one decision names at most.
  private static final int MOST = 1000;

  /// A written reference; empty if it is none.
  static Optional<ProposalRef> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    return matcher.matches()
        ? Optional.of(new ProposalRef(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// The references in a list, separated by blanks; empty if one of them is none, or they are too
  /// many.
  static List<ProposalRef> listed(String written) {
    Set<ProposalRef> all = new LinkedHashSet<>();
    for (String each : written.strip().split("\\s+", MOST + 2)) {
      Optional<ProposalRef> ref = of(each);
      if (ref.isEmpty()) {
        return List.of();
      }
      all.add(ref.get());
    }
    return all.size() > MOST ? List.of() : List.copyOf(all);
  }

  /// As the id of an element of a page.
  public String anchor() {
    return "s-" + text + "-" + number;
  }

  @Override
  public String toString() {
    return text + "/" + number;
  }
}

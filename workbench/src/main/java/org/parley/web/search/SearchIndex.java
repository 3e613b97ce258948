package org.parley.web.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.OpenCase;
import org.parley.web.view.SearchFolding;

/// An inverted index of the records of a case. Immutable.
///
/// After a change only the affected records are indexed. The index is a full base without the
/// records changed since, and those as they are now.
final class SearchIndex {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /// The results of one kind.
  ///
  /// @param count how many there are
  /// @param first the first of them
  record FoundKind(int count, List<CaseRecord> first) {}

  private final Postings base;

  /// Which documents of the base no longer count.
  private final BitSet gone;

  /// The records that changed since.
  private final Postings changed;

  /// For each of them, how many documents of the base come before it.
  private final int[] after;

  private SearchIndex(Postings base, BitSet gone, Postings changed, int[] after) {
    this.base = base;
    this.gone = gone;
    this.changed = changed;
    this.after = after;
  }

  /// Builds the index of a case.
  ///
  /// @param done receives the number of records indexed since the last call
  static SearchIndex of(OpenCase open, IntConsumer done) {
    return new SearchIndex(
        new Postings(open, inOrder(open), done),
        new BitSet(),
        new Postings(open, List.of(), _ -> {}),
        new int[0]);
  }

  /// The index of a case that derives from the one of this index's base.
  ///
  /// @param touched the ids of all records that differ, and of those whose titles may
  /// @return the index; empty if other records differ as well
  Optional<SearchIndex> with(OpenCase open, Set<String> touched) {
    BitSet without = new BitSet(base.size());
    for (int i = 0; i < base.size(); i++) {
      without.set(i, touched.contains(base.get(i).id().value()));
    }
    List<CaseRecord> anew = new ArrayList<>();
    int[] places = new int[touched.size()];
    int next = 0;
    for (CaseRecord each : inOrder(open)) {
      if (touched.contains(each.id().value())) {
        places[anew.size()] = next;
        anew.add(each);
      } else {
        // Unaffected records have the same order in both.
        int same = without.nextClearBit(next);
        if (same == base.size() || !base.get(same).id().equals(each.id())) {
          return Optional.empty();
        }
        next = same + 1;
      }
    }
    return without.nextClearBit(next) < base.size()
        ? Optional.empty()
        : Optional.of(new SearchIndex(base, without, new Postings(open, anew, _ -> {}), places));
  }

  /// The index of all records that this one began with.
  Postings base() {
    return base;
  }

  /// Claims and sources the latest first, everything else as it comes.
  static List<CaseRecord> inOrder(OpenCase open) {
    List<CaseRecord> records = new ArrayList<>(open.view().claims().reversed());
    records.addAll(open.view().sources().reversed());
    open.view().records().stream()
        .filter(each -> !(each instanceof Claim) && !(each instanceof Source))
        .forEach(records::add);
    return records;
  }

  /// The title of a record, as it is searched.
  static String title(OpenCase open, CaseRecord record) {
    return RecordTitles.of(open.view(), record);
  }

  /// The text of a record, as it is searched.
  static String text(CaseRecord record) {
    return String.join(" \u00b7 ", RecordForm.of(record).written(record).allWords());
  }

  /// The words of a text, folded, each once.
  static Set<String> words(String text) {
    return new LinkedHashSet<>(list(text));
  }

  /// The words of a text, folded, in order.
  static List<String> list(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    boolean capitals = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return listOfAnyScript(text);
      }
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        start = start < 0 ? i : start;
        capitals |= capital;
      } else if (start >= 0) {
        words.add(word(text, start, i, capitals));
        start = -1;
        capitals = false;
      }
    }
    if (start >= 0) {
      words.add(word(text, start, text.length(), capitals));
    }
    return words;
  }

  private static String word(String ascii, int start, int end, boolean capitals) {
    String word = ascii.substring(start, end);
    return capitals ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static List<String> listOfAnyScript(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(SearchFolding.of(text));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /// The records with a word beginning with each of these words, by the key of their kind. First
  /// those with all of them in their title, or with the one word as id.
  ///
  /// @param most how many of a kind are named
  Map<String, FoundKind> search(Set<String> words, int most) {
    Finding found = new Finding(most);
    if (!words.isEmpty()) {
      BitSet all = base.withAll(words);
      all.andNot(gone);
      BitSet first = base.named(words);
      first.and(all);
      all.andNot(first);
      BitSet allChanged = changed.withAll(words);
      BitSet firstChanged = changed.named(words);
      firstChanged.and(allChanged);
      allChanged.andNot(firstChanged);
      merge(first, firstChanged, found);
      merge(all, allChanged, found);
    }
    return found.all();
  }

  /// Merges documents of the base with changed ones, in order.
  private void merge(BitSet ofBase, BitSet ofChanged, Finding found) {
    int next = ofBase.nextSetBit(0);
    for (int each = ofChanged.nextSetBit(0); each >= 0; each = ofChanged.nextSetBit(each + 1)) {
      for (; next >= 0 && next < after[each]; next = ofBase.nextSetBit(next + 1)) {
        found.add(base.get(next));
      }
      found.add(changed.get(each));
    }
    for (; next >= 0; next = ofBase.nextSetBit(next + 1)) {
      found.add(base.get(next));
    }
  }

  /// Counts what is found, and takes the first of each kind.
  private static final class Finding {

    private final int most;
    private final Map<Class<?>, List<CaseRecord>> first = new HashMap<>();
    private final Map<Class<?>, int[]> counts = new HashMap<>();
    private @Nullable Class<?> last;
    private int[] count = new int[1];

    Finding(int most) {
      this.most = most;
    }

    /// Most are of the kind of the one before.
    void add(CaseRecord record) {
      Class<?> kind = record.getClass();
      if (!kind.equals(last)) {
        last = kind;
        count = counts.computeIfAbsent(kind, _ -> new int[1]);
      }
      if (count[0]++ < most) {
        first.computeIfAbsent(kind, _ -> new ArrayList<>()).add(record);
      }
    }

    Map<String, FoundKind> all() {
      Map<String, FoundKind> all = new HashMap<>();
      first.forEach(
          (kind, records) ->
              all.put(
                  RecordForm.of(records.getFirst()).kind(),
                  new FoundKind(
                      Objects.requireNonNull(counts.get(kind))[0], List.copyOf(records))));
      return all;
    }
  }

  /// A part of a text, marked if it matches.
  record Part(String text, boolean marked) {}

  /// A text in parts, those marked that begin with one of the words. It is cut to some characters
  /// around the first if it is longer.
  static List<Part> marked(String text, Set<String> words, int most) {
    Matcher matcher = WORD.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      String word = SearchFolding.of(matcher.group());
      if (words.stream().anyMatch(word::startsWith)) {
        places.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    boolean isWhole = places.isEmpty() || text.length() <= most;
    int from = isWhole ? 0 : Math.max(0, places.getFirst()[0] - most / 3);
    if (from > 0) {
      int space = text.indexOf(' ', from);
      from = space < 0 || space > places.getFirst()[0] ? from : space + 1;
    }
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    int until = Math.min(text.length(), from + most);
    if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
      until--;
    }
    List<Part> parts = new ArrayList<>();
    int at = from;
    if (from > 0) {
      parts.add(new Part("\u2026 ", false));
    }
    for (int[] place : places) {
      if (place[0] >= at && place[1] <= until) {
        parts.add(new Part(text.substring(at, place[0]), false));
        parts.add(new Part(text.substring(place[0], place[1]), true));
        at = place[1];
      }
    }
    parts.add(new Part(text.substring(at, until), false));
    if (until < text.length()) {
      parts.add(new Part(" \u2026", false));
    }
    return parts;
  }
}

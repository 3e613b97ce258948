package org.parley.web.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Source;
import org.parley.web.edit.Titles;
import org.parley.web.view.Folded;
import org.parley.web.view.OpenCase;

/// Which records have which words.
final class SearchIndex {

  /// How many records are read at a time.
  private static final int PART = 1 << 11;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /// A record as it is searched.
  record Document(CaseRecord record, String kind, String title, String text) {}

  private final List<Document> documents = new ArrayList<>();
  private final String[] terms;
  private final int[][] found;
  private final int[][] named;

  /// The documents of a part of the records, with the words of each.
  private record Read(Document document, List<String> title, List<String> text) {}

  /// The documents that have a word, in order.
  private static final class Places {

    private int[] documents = new int[2];
    private int count;

    /// Adds a document, which is no earlier than the last.
    void add(int document) {
      if (count > 0 && documents[count - 1] == document) {
        return;
      }
      if (count == documents.length) {
        documents = Arrays.copyOf(documents, 2 * count);
      }
      documents[count++] = document;
    }

    int[] all() {
      return Arrays.copyOf(documents, count);
    }
  }

  /// The index of a case. The records are read on all cores.
  ///
  /// @param open the case
  /// @param done is told how many more records have been read
  static SearchIndex of(OpenCase open, IntConsumer done) {
    return new SearchIndex(open, done);
  }

  private SearchIndex(OpenCase open, IntConsumer done) {
    List<CaseRecord> records = inOrder(open);
    Map<String, Places> all = new HashMap<>();
    Map<String, Places> names = new HashMap<>();
    for (int from = 0; from < records.size(); from += PART) {
      List<CaseRecord> part = records.subList(from, Math.min(from + PART, records.size()));
      for (Read read : part.parallelStream().map(each -> read(open, each)).toList()) {
        int number = documents.size();
        documents.add(read.document);
        add(all, read.title, number);
        add(all, read.text, number);
        add(names, read.title, number);
        add(names, list(read.document.record.id().value()), number);
      }
      done.accept(part.size());
    }
    names.keySet().forEach(word -> all.computeIfAbsent(word, _ -> new Places()));
    terms = all.keySet().stream().sorted().toArray(String[]::new);
    found = places(terms, all);
    named = places(terms, names);
  }

  private static Read read(OpenCase open, CaseRecord record) {
    RecordForm form = RecordForm.of(record);
    Document document =
        new Document(
            record,
            form.kind(),
            Titles.of(open.view(), record),
            String.join(" \u00b7 ", form.written(record).allWords()));
    return new Read(document, list(document.title), list(document.text));
  }

  private static void add(Map<String, Places> index, List<String> words, int document) {
    for (String word : words) {
      index.computeIfAbsent(word, _ -> new Places()).add(document);
    }
  }

  private static int[][] places(String[] terms, Map<String, Places> index) {
    Places none = new Places();
    return Arrays.stream(terms)
        .map(term -> index.getOrDefault(term, none).all())
        .toArray(int[][]::new);
  }

  /// Claims and sources the latest first, everything else as it comes.
  private static List<CaseRecord> inOrder(OpenCase open) {
    List<CaseRecord> records = new ArrayList<>(open.view().claims().reversed());
    records.addAll(open.view().sources().reversed());
    open.view().records().stream()
        .filter(each -> !(each instanceof Claim) && !(each instanceof Source))
        .forEach(records::add);
    return records;
  }

  /// The words of a text, folded, each once.
  static Set<String> words(String text) {
    return new LinkedHashSet<>(list(text));
  }

  /// The words of a text, folded, in order.
  private static List<String> list(String text) {
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
    Matcher matcher = WORD.matcher(Folded.of(text));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /// The records in which every one of these words begins a word; those first that have them all in
  /// their title or are named by the one word.
  List<Document> search(Set<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    BitSet all = withAll(words, found);
    BitSet first = withAll(words, named);
    first.and(all);
    all.andNot(first);
    List<Document> ordered = new ArrayList<>(first.cardinality() + all.cardinality());
    first.stream().mapToObj(documents::get).forEach(ordered::add);
    all.stream().mapToObj(documents::get).forEach(ordered::add);
    return ordered;
  }

  /// The records that have all these words, or words that begin so, at these places.
  private BitSet withAll(Set<String> words, int[][] places) {
    BitSet all = new BitSet(documents.size());
    all.set(0, documents.size());
    for (String word : words) {
      BitSet one = new BitSet(documents.size());
      int from = Arrays.binarySearch(terms, word);
      for (int i = from < 0 ? -from - 1 : from;
          i < terms.length && terms[i].startsWith(word);
          i++) {
        for (int document : places[i]) {
          one.set(document);
        }
      }
      all.and(one);
    }
    return all;
  }

  /// A stretch of a text, marked where it has the words.
  record Part(String text, boolean marked) {}

  /// A text in parts, those marked that begin with one of the words; cut to some characters around
  /// the first.
  static List<Part> marked(String text, Set<String> words, int most) {
    Matcher matcher = WORD.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      String word = Folded.of(matcher.group());
      if (words.stream().anyMatch(word::startsWith)) {
        places.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    int from = places.isEmpty() ? 0 : Math.max(0, places.getFirst()[0] - most / 3);
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

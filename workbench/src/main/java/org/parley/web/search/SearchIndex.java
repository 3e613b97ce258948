package org.parley.web.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Source;
import org.parley.web.edit.Titles;
import org.parley.web.view.OpenCase;

/// Which records have which words.
final class SearchIndex {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /// A record as it is searched.
  record Document(CaseRecord record, String kind, String title, String text) {}

  private final List<Document> documents = new ArrayList<>();
  private final String[] terms;
  private final int[][] found;
  private final int[][] named;

  private SearchIndex(OpenCase open) {
    for (CaseRecord record : inOrder(open)) {
      RecordForm form = RecordForm.of(record);
      documents.add(
          new Document(
              record,
              form.kind(),
              Titles.of(open.view(), record),
              String.join(" \u00b7 ", form.written(record).allWords())));
    }
    TreeMap<String, List<Integer>> all = new TreeMap<>();
    TreeMap<String, List<Integer>> names = new TreeMap<>();
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      add(all, words(document.title + " " + document.text), i);
      add(names, words(document.title + " " + document.record.id()), i);
    }
    names.keySet().forEach(word -> all.computeIfAbsent(word, _ -> List.of()));
    terms = all.keySet().toArray(String[]::new);
    found = all.values().stream().map(SearchIndex::array).toArray(int[][]::new);
    named =
        all.keySet().stream()
            .map(word -> array(names.getOrDefault(word, List.of())))
            .toArray(int[][]::new);
  }

  private static void add(Map<String, List<Integer>> index, Set<String> words, int document) {
    words.forEach(word -> index.computeIfAbsent(word, _ -> new ArrayList<>()).add(document));
  }

  private static int[] array(List<Integer> documents) {
    return documents.stream().mapToInt(Integer::intValue).toArray();
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

  /// The index of a case, made when first asked for.
  static SearchIndex of(OpenCase open) {
    return open.once(SearchIndex.class, SearchIndex::new);
  }

  /// Without case and accents.
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /// The words of a text, folded, each once.
  static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(folded(text));
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
      String word = folded(matcher.group());
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

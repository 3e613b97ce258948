package org.parley.web.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.web.edit.RecordTitles;
import org.parley.web.search.SearchIndex.Document;
import org.parley.web.view.OpenCase;

/// Which of some records have which words. Immutable.
final class Postings {

  /// How many records are read at a time.
  private static final int PART = 1 << 11;

  /// The records, by their numbers.
  final List<Document> documents = new ArrayList<>();

  private final String[] terms;
  private final int[][] found;
  private final int[][] named;

  /// A document, with the words of its title and its text.
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

  /// Indexes some records, on all cores.
  ///
  /// @param done receives the number of records indexed since the last call
  Postings(OpenCase open, List<CaseRecord> records, IntConsumer done) {
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
        add(names, SearchIndex.list(read.document.id()), number);
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
            record.id().value(),
            form.kind(),
            RecordTitles.of(open.view(), record),
            String.join(" \u00b7 ", form.written(record).allWords()));
    return new Read(
        document, SearchIndex.list(document.title()), SearchIndex.list(document.text()));
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

  /// The numbers of the records that have all these words, or words that begin so.
  BitSet withAll(Set<String> words) {
    return withAll(words, found);
  }

  /// Those that have them all in their title, or are named by the one word.
  BitSet named(Set<String> words) {
    return withAll(words, named);
  }

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
}

package org.parley.web.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.parley.model.CaseRecord;
import org.parley.web.view.OpenCase;

/// Which of some records have which words. Immutable.
///
/// A word takes its letters, and the distance between records that have it: a byte for each record
/// where they are near. Titles and texts of records are not held.
final class Postings {

  /// How many records are read at a time.
  private static final int PART = 1 << 11;

  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  /// The records, by their numbers.
  private final List<CaseRecord> records;

  /// The words, in order, one after the other.
  private final byte[] letters;

  private final int[] wordStarts;
  private final Places found;
  private final Places named;

  /// The words of the title and of the text of a record, and those that name it.
  private record Read(List<String> title, List<String> text, List<String> id) {}

  /// The documents of a word, as distances.
  private static final class Growing {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int length;
    private int last = -1;

    /// Adds a document, which is no earlier than the last.
    void add(int document) {
      if (document == last) {
        return;
      }
      int distance = document - last;
      last = document;
      for (; distance > SEVEN_BITS; distance >>>= 7) {
        put((byte) ((distance & SEVEN_BITS) | MORE));
      }
      put((byte) distance);
    }

    private void put(byte one) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(3, length + (length >> 1)));
      }
      bytes[length++] = one;
    }
  }

  /// A word with its documents while an index is made.
  private static final class Word {
    private final Growing found = new Growing();
    private final Growing named = new Growing();
  }

  /// The documents of all words, one word after the other.
  private static final class Places {

    private final byte[] bytes;
    private final int[] starts;

    Places(List<Growing> words) {
      starts = new int[words.size() + 1];
      for (int i = 0; i < words.size(); i++) {
        starts[i + 1] = Math.addExact(starts[i], words.get(i).length);
      }
      bytes = new byte[starts[words.size()]];
      for (int i = 0; i < words.size(); i++) {
        System.arraycopy(words.get(i).bytes, 0, bytes, starts[i], words.get(i).length);
      }
    }

    void mark(int word, BitSet documents) {
      int document = -1;
      for (int i = starts[word]; i < starts[word + 1]; i++) {
        int distance = bytes[i] & SEVEN_BITS;
        for (int shift = 7; bytes[i] < 0; shift += 7) {
          i++;
          distance |= (bytes[i] & SEVEN_BITS) << shift;
        }
        document += distance;
        documents.set(document);
      }
    }
  }

  /// Indexes some records, on all cores.
  ///
  /// @param done receives the number of records indexed since the last call
  Postings(OpenCase open, List<CaseRecord> records, IntConsumer done) {
    this.records = List.copyOf(records);
    Map<String, Word> words = new HashMap<>();
    int number = 0;
    for (int from = 0; from < records.size(); from += PART) {
      List<CaseRecord> part = records.subList(from, Math.min(from + PART, records.size()));
      for (Read read : part.parallelStream().map(each -> read(open, each)).toList()) {
        int document = number++;
        for (String each : read.title) {
          Word word = words.computeIfAbsent(each, _ -> new Word());
          word.found.add(document);
          word.named.add(document);
        }
        for (String each : read.text) {
          words.computeIfAbsent(each, _ -> new Word()).found.add(document);
        }
        for (String each : read.id) {
          words.computeIfAbsent(each, _ -> new Word()).named.add(document);
        }
      }
      done.accept(part.size());
    }
    List<byte[]> order =
        words.keySet().stream()
            .map(each -> each.getBytes(StandardCharsets.UTF_8))
            .sorted(Arrays::compareUnsigned)
            .toList();
    wordStarts = new int[order.size() + 1];
    for (int i = 0; i < order.size(); i++) {
      wordStarts[i + 1] = Math.addExact(wordStarts[i], order.get(i).length);
    }
    letters = new byte[wordStarts[order.size()]];
    for (int i = 0; i < order.size(); i++) {
      System.arraycopy(order.get(i), 0, letters, wordStarts[i], order.get(i).length);
    }
    List<Word> sorted =
        order.stream().map(each -> words.get(new String(each, StandardCharsets.UTF_8))).toList();
    found = new Places(sorted.stream().map(each -> each.found).toList());
    named = new Places(sorted.stream().map(each -> each.named).toList());
  }

  private static Read read(OpenCase open, CaseRecord record) {
    return new Read(
        SearchIndex.list(SearchIndex.title(open, record)),
        SearchIndex.list(SearchIndex.text(record)),
        SearchIndex.list(record.id().value()));
  }

  int size() {
    return records.size();
  }

  CaseRecord get(int number) {
    return records.get(number);
  }

  /// The numbers of the records that have all these words, or words that begin so.
  BitSet withAll(Set<String> words) {
    return withAll(words, found);
  }

  /// Those that have them all in their title, or are named by the one word.
  BitSet named(Set<String> words) {
    return withAll(words, named);
  }

  private BitSet withAll(Set<String> words, Places places) {
    BitSet all = new BitSet(size());
    all.set(0, size());
    for (String word : words) {
      byte[] begin = word.getBytes(StandardCharsets.UTF_8);
      BitSet one = new BitSet(size());
      for (int i = first(begin); i < wordStarts.length - 1 && begins(i, begin); i++) {
        places.mark(i, one);
      }
      all.and(one);
    }
    return all;
  }

  /// The first word that is not before these letters.
  private int first(byte[] begin) {
    int low = 0;
    int high = wordStarts.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isBefore =
          Arrays.compareUnsigned(
                  letters, wordStarts[middle], wordStarts[middle + 1], begin, 0, begin.length)
              < 0;
      low = isBefore ? middle + 1 : low;
      high = isBefore ? high : middle;
    }
    return low;
  }

  private boolean begins(int word, byte[] begin) {
    int start = wordStarts[word];
    return wordStarts[word + 1] - start >= begin.length
        && Arrays.equals(letters, start, start + begin.length, begin, 0, begin.length);
  }
}

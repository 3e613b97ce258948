package org.parley.reading.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.text.Subject;

/// Unique ids and titles of new records, derived from the words of the text.
final class ProposedIds {

  private static final Pattern SMALL =
      Pattern.compile(
          "again|next|week|month|year|with|from|that|will|this|into|before|after|their|they|have"
              + "|been|within|\\w*day|january|february|march|april|june|july|august|september"
              + "|october|november|december");

  private final CaseView view;
  private final Set<String> taken = new HashSet<>();

  ProposedIds(CaseView view) {
    this.view = view;
  }

  /// Reserves an id.
  void take(String id) {
    taken.add(id);
  }

  /// A free id like the one wanted.
  String free(String wanted) {
    String id = wanted;
    int number = 2;
    while (view.find(id).isPresent() || !taken.add(id)) {
      id = wanted + "-" + number++;
    }
    return id;
  }

  static String free(CaseView view, String wanted) {
    String id = wanted;
    int number = 2;
    while (view.find(id).isPresent()) {
      id = wanted + "-" + number++;
    }
    return id;
  }

  static String day(Edtf date) {
    LocalDate day = date.earliestDay();
    return day.equals(LocalDate.MIN)
        ? "undated"
        : String.format(Locale.ROOT, "%02d%02d", day.getMonthValue(), day.getDayOfMonth());
  }

  static String slug(List<String> words) {
    String last = "";
    for (int i = words.size() - 1; i >= 0 && last.isEmpty(); i--) {
      last = words.get(i).replaceAll("[^a-z0-9]", "");
    }
    return last.isEmpty() ? "x" : last;
  }

  /// The first words of a title that mean something, joined by hyphens.
  static String slugOf(String title) {
    List<String> words = new ArrayList<>();
    for (String word : FoldedName.words(title)) {
      boolean isSmall = word.length() < 4 || SMALL.matcher(word).matches();
      if (!isSmall && words.size() < 3) {
        words.add(word.replaceAll("[^a-z0-9]", ""));
      }
    }
    words.removeIf(String::isEmpty);
    return words.isEmpty() ? "step" : String.join("-", words);
  }

  static String slugOf(Subject subject) {
    return subject.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
  }

  static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.length() <= 160) {
      return line;
    }
    int cut = line.lastIndexOf(' ', 160);
    return line.substring(0, cut > 0 ? cut : 160) + "...";
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

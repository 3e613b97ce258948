package org.parley.reading.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.reading.TextSpan;

/// A person named in the text. Knowledge about them accumulates as the text is read.
final class Person {

  private final String name;
  private final TextSpan where;
  private final int sentence;
  private @Nullable String office;
  private @Nullable String gender;
  private boolean isAside;

  Person(String name, TextSpan where, int sentence) {
    this.name = name;
    this.where = where;
    this.sentence = sentence;
  }

  String name() {
    return name;
  }

  /// The position of the first full name.
  TextSpan where() {
    return where;
  }

  /// The sentence that names them first.
  int sentence() {
    return sentence;
  }

  @Nullable String office() {
    return office;
  }

  void learnOffice(String words) {
    if (office == null
        || words.toLowerCase(Locale.ROOT).contains(" " + office.toLowerCase(Locale.ROOT))) {
      office = words;
    }
  }

  /// Learns a relative clause, "who leads the talks", in place of an office.
  void learnClause(String words, boolean isRole) {
    if (office == null) {
      office = words;
      isAside = !isRole;
    }
  }

  /// Whether all that is told of the person is a clause that says nothing of an office.
  boolean isAside() {
    return isAside;
  }

  boolean mayBe(String wanted) {
    return gender == null || gender.equals(wanted);
  }

  void learnGender(String known) {
    if (gender == null) {
      gender = known;
    }
  }
}

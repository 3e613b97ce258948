package org.parley.wording;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.Refusal;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.LooseWords;
import org.parley.sense.Doubt;

/// A refusal with its value and advice, in the current language.
///
/// The messages of a refusal have its code as key, and the components of its record as arguments.
/// The noun of an id's kind is `{idNoun}`, with an article `{idA}`. A brace is `{open}`.
///
/// @param why the reason
/// @param value the wrong value; empty if there is none
/// @param meant the name probably meant; null if none is near
public record Complaint(Refusal why, String value, @Nullable String meant) {

  /// The prefix of all keys.
  static final String KEY = "refusal.";

  /// The suffix of the keys of advice.
  static final String ADVICE = ".advice";

  /// The argument for the kind of node found, which has a message of its own.
  private static final String FORM = "form";

  /// The argument for a language, which has a message of its own.
  private static final String LANGUAGE = "language";

  /// Of a value.
  public Complaint(Refusal why, String value) {
    this(why, value, null);
  }

  /// A refusal without a value.
  public Complaint(Refusal why) {
    this(why, "", null);
  }

  /// Of the records of a case.
  public static Complaint of(CaseViolation problem) {
    return new Complaint(problem.rule(), problem.value(), problem.meant());
  }

  /// Of a word that nothing on record matches.
  public static Complaint of(LooseWords.LooseWord word) {
    return new Complaint(
        new LooseWords.UnmatchedWord(word.sort(), word.isAsked()),
        word.word(),
        word.nearest().orElse(null));
  }

  /// Of a doubt about a record.
  public static Complaint of(Doubt doubt) {
    return new Complaint(doubt.why(), doubt.value());
  }

  /// A refusal of a text that is not a value.
  public static Complaint of(InvalidValueException refused) {
    return new Complaint(refused.why(), refused.value());
  }

  /// The refusal as a sentence.
  public static String sentence(Refusal why) {
    String sentence = new Complaint(why).sentence();
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /// The message of an exception: that of its refusal if it carries one, else its own.
  public static String sentence(Exception problem) {
    return problem instanceof InvalidValueException refused
        ? of(refused).sentence()
        : String.valueOf(problem.getMessage());
  }

  /// The code, on which programs may rely.
  public String code() {
    return why.code();
  }

  /// The message, without the value.
  public String message() {
    return Messages.current().text(KEY + code(), arguments());
  }

  /// The advice: a sentence without its full stop, which begins with "Maybe" in English.
  public String advice() {
    return meant == null
        ? Messages.current().text(KEY + code() + ADVICE, arguments())
        : Messages.current().text("complaint.meant", "meant", meant);
  }

  /// All of it, with the value.
  public String sentence() {
    return sentence(message(), value, advice());
  }

  /// A message, a value and advice as one sentence.
  public static String sentence(String message, String value, String advice) {
    return Messages.current()
        .text(
            "complaint.sentence",
            "message",
            message,
            "valued",
            !value.isEmpty(),
            "value",
            value,
            "advised",
            !advice.isEmpty(),
            "advice",
            advice,
            "ended",
            advice.endsWith(".") || advice.endsWith("?"));
  }

  private Object[] arguments() {
    List<Object> all = new ArrayList<>(List.of("value", value, "open", "{", "close", "}"));
    if (why instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        argument(component.getName(), get(component, record), all);
      }
    }
    return all.toArray();
  }

  private static void argument(String name, Object value, List<Object> all) {
    if (value instanceof Id id) {
      Messages.Select kind = new Messages.Select(id.kind());
      all.addAll(
          List.of(
              name + "Noun",
              Messages.current().say("kind.noun", "kind", kind),
              name + "A",
              Messages.current().say("kind.a", "kind", kind)));
    }
    all.add(name);
    all.add(
        switch (value) {
          case List<?> list -> String.join(", ", list.stream().map(Object::toString).toList());
          case Enum<?> form when name.equals(FORM) -> Messages.current().say(FORM, FORM, form);
          case Enum<?> language when name.equals(LANGUAGE) ->
              Messages.current().say("language-name", LANGUAGE, language);
          default -> value;
        });
  }

  private static Object get(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("reading " + component + " of " + record, e);
    }
  }
}

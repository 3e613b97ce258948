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

/// Something that is wrong, and what to do about it, in the language of what is being answered.
///
/// The messages of a refusal have its code for a key, and the components of its record for
/// arguments. What an id names is `{idNoun}`, with an article `{idA}`. A brace is `{open}`.
///
/// @param why why it is refused
/// @param value the value that is wrong; empty where there is none
/// @param meant the name that was probably meant; absent where none is near
public record Complaint(Refusal why, String value, @Nullable String meant) {

  /// What the keys of all messages begin with.
  static final String KEY = "refusal.";

  /// What follows the key of the words in that of the advice.
  static final String ADVICE = ".advice";

  /// The argument that names what stands there, which has a message of its own.
  private static final String FORM = "form";

  /// Of a value.
  public Complaint(Refusal why, String value) {
    this(why, value, null);
  }

  /// Of what has no value.
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

  /// Of a text that stands for no value.
  public static Complaint of(InvalidValueException refused) {
    return new Complaint(refused.why(), refused.value());
  }

  /// What is refused, as a sentence of its own.
  public static String sentence(Refusal why) {
    String sentence = new Complaint(why).sentence();
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /// What an exception says: words where it carries a refusal, else its message.
  public static String sentence(Exception problem) {
    return problem instanceof InvalidValueException refused
        ? of(refused).sentence()
        : String.valueOf(problem.getMessage());
  }

  /// The code, on which programs may rely.
  public String code() {
    return why.code();
  }

  /// What is wrong, without the value.
  public String message() {
    return Messages.current().text(KEY + code(), arguments());
  }

  /// What to do: a sentence without its full stop, which begins with "Maybe" in English.
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

package org.parley.casefile.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The usual shape of a part of an agreement: its roles, and the numbers that a text would state.
public enum RecordTemplate {
  LADDER(
      Shelf.GUARANTEES,
      List.of(
          new TemplateRole("guarantors", 1, TemplateRole.MANY),
          new TemplateRole("bound", 1, 1),
          new TemplateRole("protected", 1, 1),
          new TemplateRole("monitor", 1, 1)),
      List.of(
          new TemplateNumber("notice", 2, 1, 365),
          new TemplateNumber("consultation", 7, 1, 365),
          new TemplateNumber("continued", 30, 1, 3650),
          new TemplateNumber("measures", 14, 1, 365))),
  SNAPBACK(
      Shelf.GUARANTEES,
      List.of(
          new TemplateRole("participants", 1, TemplateRole.MANY),
          new TemplateRole("council", 1, 1)),
      List.of(
          new TemplateNumber("window", 30, 1, 365),
          new TemplateNumber("settlement", 35, 1, 3650),
          new TemplateNumber("years", 10, 1, 100))),
  JOINT_MONITORING(
      Shelf.GUARANTEES,
      List.of(new TemplateRole("parties", 2, TemplateRole.MANY), new TemplateRole("monitor", 1, 1)),
      List.of(
          new TemplateNumber("visit", 3, 1, 365),
          new TemplateNumber("report", 10, 1, 365),
          new TemplateNumber("remedy", 14, 1, 365))),
  PHASED_WITHDRAWAL(
      Shelf.SEQUENCE,
      List.of(
          new TemplateRole("withdrawing", 1, TemplateRole.MANY),
          new TemplateRole("other", 1, TemplateRole.MANY),
          new TemplateRole("monitor", 1, 1)),
      List.of(
          new TemplateNumber("phases", 3, 1, 9),
          new TemplateNumber("phase", 30, 1, 3650),
          new TemplateNumber("verification", 7, 1, 365))),
  CEASEFIRE_THEN_TALKS(
      Shelf.SEQUENCE,
      List.of(new TemplateRole("parties", 2, TemplateRole.MANY), new TemplateRole("monitor", 1, 1)),
      List.of(
          new TemplateNumber("quiet", 7, 1, 365),
          new TemplateNumber("verification", 14, 1, 365),
          new TemplateNumber("talks", 30, 1, 3650))),
  DISARMAMENT_FOR_RELEASE(
      Shelf.SEQUENCE,
      List.of(
          new TemplateRole("disarming", 1, TemplateRole.MANY),
          new TemplateRole("releasing", 1, TemplateRole.MANY),
          new TemplateRole("monitor", 1, 1)),
      List.of(
          new TemplateNumber("stages", 3, 1, 9),
          new TemplateNumber("stage", 14, 1, 3650),
          new TemplateNumber("verification", 3, 1, 365))),
  SINGLE_TEXT(Shelf.ROUNDS, List.of(new TemplateRole("parties", 2, TemplateRole.MANY)), List.of()),
  FINAL_OFFER(Shelf.ROUNDS, List.of(new TemplateRole("parties", 2, TemplateRole.MANY)), List.of());

  private final Shelf shelf;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<TemplateRole> roles;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<TemplateNumber> numbers;

  RecordTemplate(Shelf shelf, List<TemplateRole> roles, List<TemplateNumber> numbers) {
    this.shelf = shelf;
    this.roles = List.copyOf(roles);
    this.numbers = List.copyOf(numbers);
  }

  /// The part of a case that a template is for.
  public enum Shelf {
    /// Rests on points of a text.
    GUARANTEES,
    /// Steps with demands of order.
    SEQUENCE,
    /// About points, between two moments.
    ROUNDS;

    /// The name in messages.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A role that parties of the case stand for.
  ///
  /// @param word its name in commands, fields and messages
  /// @param least the fewest parties
  /// @param most the most parties
  public record TemplateRole(String word, int least, int most) {

    /// The most parties of a role.
    public static final int MANY = 50;
  }

  /// A number that the text of an agreement would state.
  ///
  /// @param word its name in commands, fields and messages
  /// @param usual the assumed default
  /// @param least the least value
  /// @param most the greatest value
  public record TemplateNumber(String word, int usual, int least, int most) {}

  /// The name in commands and addresses: `phased-withdrawal`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Shelf shelf() {
    return shelf;
  }

  public List<TemplateRole> roles() {
    return roles;
  }

  public List<TemplateNumber> numbers() {
    return numbers;
  }

  /// Whether its records name points of the case.
  public boolean hasPoints() {
    return shelf != Shelf.SEQUENCE;
  }

  /// Whether its records lie between two moments.
  public boolean hasMoments() {
    return shelf == Shelf.ROUNDS;
  }

  /// The template of a name.
  public static Optional<RecordTemplate> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The names of all templates.
  public static List<String> words() {
    return Arrays.stream(values()).map(RecordTemplate::word).toList();
  }
}

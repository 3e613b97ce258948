package org.parley.web.comment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.model.Visibility;
import org.parley.model.comment.MentionedNames;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// The people with accounts whom a comment can mention.
///
/// A mediator knows all of them. A delegation knows its own people and the mediators, who see all
/// that it writes. Other names are accepted without a word, whether or not somebody has them, so
/// that no delegation learns who works for another.
///
/// @param all everybody with an account, as the visitor they are in this case
public record Colleagues(Supplier<List<Visitor>> all) {

  /// A case without accounts.
  public static final Colleagues NONE = new Colleagues(List::of);

  /// The people whom a visitor knows, themselves left out, by name.
  public List<String> known(Visitor by) {
    return all.get().stream()
        .filter(each -> !each.name().equals(by.name()) && isKnown(by, each))
        .map(Visitor::name)
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  private static boolean isKnown(Visitor by, Visitor other) {
    return switch (by.role()) {
      case MEDIATOR -> true;
      case DELEGATION ->
          other.role() == Role.MEDIATOR
              || (other.role() == Role.DELEGATION && Objects.equals(by.party(), other.party()));
      case MONITOR, OBSERVER, PUBLIC -> false;
    };
  }

  /// The first name in a comment that its writer can know to reach nobody; empty for none. Only a
  /// mediator can: of other names a delegation is told nothing.
  public Optional<String> unreached(Visitor by, String text, Visibility readers) {
    List<Visitor> people = by.role() == Role.MEDIATOR ? all.get() : List.of();
    return people.isEmpty()
        ? Optional.empty()
        : MentionedNames.of(text).stream()
            .filter(name -> people.stream().noneMatch(each -> reaches(each, name, readers)))
            .findFirst();
  }

  private static boolean reaches(Visitor each, String name, Visibility readers) {
    return each.name().toLowerCase(Locale.ROOT).equals(name) && readers.visibleTo(each.viewer());
  }
}

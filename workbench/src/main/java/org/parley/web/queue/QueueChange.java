package org.parley.web.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The changes that a decision makes to a page of the queue, so that the rest of it stays.
///
/// @param page the page after the decision
/// @param gone the ids of the elements that go
/// @param changed the statements that are shown otherwise
/// @param changedEvents the events that are shown otherwise
/// @param added the statements that come, in their order
public record QueueChange(
    QueuePage page,
    List<String> gone,
    List<StatementView> changed,
    List<QueuePage.EventView> changedEvents,
    List<AddedStatement> added) {

  /// The element after the statements.
  private static final String AFTER_ALL = "queue-pages";

  /// A statement that comes.
  ///
  /// @param swap where it comes, for htmx
  public record AddedStatement(StatementView view, String swap) {}

  public QueueChange {
    gone = List.copyOf(gone);
    changed = List.copyOf(changed);
    changedEvents = List.copyOf(changedEvents);
    added = List.copyOf(added);
  }

  /// The difference of two pages; empty if more than statements, events and counts differs.
  public static Optional<QueueChange> of(QueuePage before, QueuePage after) {
    boolean isAlike =
        before.around().equals(after.around())
            && before.events().isEmpty() == after.events().isEmpty()
            && hasItems(before)
            && hasItems(after);
    List<String> shown = before.statements().stream().map(StatementView::id).toList();
    List<String> wanted = after.statements().stream().map(StatementView::id).toList();
    Set<String> stays = inOrder(shown, wanted);
    Set<String> events =
        after.events().stream().map(QueuePage.EventView::id).collect(Collectors.toSet());
    List<String> gone = new ArrayList<>(shown);
    before.events().forEach(each -> gone.add(each.id()));
    gone.removeIf(each -> stays.contains(each) || events.contains(each));
    boolean isNewEvent = before.events().size() - after.events().size() != goneEvents(before, gone);
    return isAlike && !isNewEvent
        ? Optional.of(
            new QueueChange(
                after,
                gone,
                after.statements().stream()
                    .filter(each -> stays.contains(each.id()))
                    .filter(each -> !before.statements().contains(each))
                    .toList(),
                after.events().stream().filter(each -> !before.events().contains(each)).toList(),
                added(after, stays)))
        : Optional.empty();
  }

  private static boolean hasItems(QueuePage page) {
    return !page.statements().isEmpty() || !page.events().isEmpty();
  }

  private static long goneEvents(QueuePage before, List<String> gone) {
    return before.events().stream().filter(each -> gone.contains(each.id())).count();
  }

  /// The most ids that can stay in place: a longest common subsequence.
  private static Set<String> inOrder(List<String> shown, List<String> wanted) {
    int[][] most = new int[shown.size() + 1][wanted.size() + 1];
    for (int i = shown.size() - 1; i >= 0; i--) {
      for (int j = wanted.size() - 1; j >= 0; j--) {
        most[i][j] =
            shown.get(i).equals(wanted.get(j))
                ? most[i + 1][j + 1] + 1
                : Math.max(most[i + 1][j], most[i][j + 1]);
      }
    }
    Set<String> stays = new HashSet<>();
    int i = 0;
    int j = 0;
    while (i < shown.size() && j < wanted.size()) {
      if (shown.get(i).equals(wanted.get(j))) {
        stays.add(shown.get(i));
        i++;
        j++;
      } else if (most[i + 1][j] >= most[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return stays;
  }

  /// The statements that come: each after the one before it, the first ones before one that stays.
  private static List<AddedStatement> added(QueuePage after, Set<String> stays) {
    List<AddedStatement> added = new ArrayList<>();
    String first =
        after.statements().stream()
            .map(StatementView::id)
            .filter(stays::contains)
            .findFirst()
            .orElse(AFTER_ALL);
    String last = "";
    for (StatementView each : after.statements()) {
      if (!stays.contains(each.id())) {
        added.add(
            new AddedStatement(
                each, last.isEmpty() ? "beforebegin:#" + first : "afterend:#" + last));
      }
      last = each.id();
    }
    return added;
  }
}

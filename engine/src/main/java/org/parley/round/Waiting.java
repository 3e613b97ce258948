package org.parley.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;

/// Something that waits for one reader of a case.
///
/// It follows from what that reader sees, so that it tells nothing else.
public sealed interface Waiting {

  /// A digest that names it: the same as long as the same thing waits.
  String key();

  /// Whether the reader may dismiss it, as opposed to waiting until it is done.
  boolean isDismissible();

  /// The hour after which it waits no more; null for none.
  default @Nullable ZonedMoment until() {
    return null;
  }

  /// The reader's delegation has not answered a package.
  record ToAnswer(TabledSheet sheet) implements Waiting {
    @Override
    public String key() {
      return named("answer", sheet);
    }

    @Override
    public boolean isDismissible() {
      return false;
    }

    @Override
    public @Nullable ZonedMoment until() {
      return sheet.round().closes();
    }
  }

  /// A round is open, and no package is on its table.
  record ToTable(Round round) implements Waiting {
    @Override
    public String key() {
      return TabledSheet.digest("table\n" + round.id() + "\n" + round.opens().said());
    }

    @Override
    public boolean isDismissible() {
      return true;
    }

    @Override
    public @Nullable ZonedMoment until() {
      return round.closes();
    }
  }

  /// The answers are revealed, and the reader's delegation has not said whether it asks for an
  /// improvement.
  record ToDecide(TabledSheet sheet) implements Waiting {
    @Override
    public String key() {
      return named("decide", sheet);
    }

    @Override
    public boolean isDismissible() {
      return true;
    }
  }

  /// An accord that the reader's party accepted is on record.
  record ToRead(Accord accord) implements Waiting {
    @Override
    public String key() {
      return TabledSheet.digest("read\n" + accord.digest());
    }

    @Override
    public boolean isDismissible() {
      return true;
    }
  }

  /// All accept a package, and its accord is not on record.
  record ToRecord(TabledSheet sheet) implements Waiting {
    @Override
    public String key() {
      return named("record", sheet);
    }

    @Override
    public boolean isDismissible() {
      return false;
    }
  }

  /// Not all accept a package.
  record ToSee(TabledSheet sheet) implements Waiting {
    @Override
    public String key() {
      return named("see", sheet);
    }

    @Override
    public boolean isDismissible() {
      return true;
    }
  }

  /// A package that its author has not shown to all delegations.
  record ToShow(Round round, TabledPackage draft) implements Waiting {
    @Override
    public String key() {
      return TabledSheet.digest("show\n" + draft.id());
    }

    @Override
    public boolean isDismissible() {
      return true;
    }

    @Override
    public @Nullable ZonedMoment until() {
      return round.closes();
    }
  }

  /// Items of the inbox that wait for a decision.
  ///
  /// @param items their ids
  record ToTriage(List<String> items) implements Waiting {
    public ToTriage {
      items = List.copyOf(items);
    }

    @Override
    public String key() {
      return TabledSheet.digest("inbox\n" + String.join("\n", items));
    }

    @Override
    public boolean isDismissible() {
      return false;
    }

    /// A digest for each item: another item is another thing that waits.
    @Override
    public List<String> keys() {
      return items.stream().map(each -> TabledSheet.digest("item\n" + each)).toList();
    }
  }

  /// The digests of the single things it stands for.
  default List<String> keys() {
    return List.of(key());
  }

  private static String named(String what, TabledSheet sheet) {
    return TabledSheet.digest(what + "\n" + sheet.basis());
  }
}

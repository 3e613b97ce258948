package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The part-of hierarchy: components of points, points of chapters and instruments, instruments of
/// instruments, all of the whole.
final class Hierarchy {

  private final CaseView view;
  private final List<Point> counted;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<Subject, Subject> wholes = new HashMap<>();

  Hierarchy(CaseView view) {
    this.view = view;
    this.counted = view.points().stream().filter(view::isCounted).toList();
    subjects.add(new Subject.Whole());
    for (Instrument instrument : view.instruments()) {
      subjects.add(instrument.id());
      InstrumentId partOf = instrument.partOf();
      wholes.put(instrument.id(), partOf != null ? partOf : new Subject.Whole());
    }
    for (Point point : view.points()) {
      subjects.add(point.id());
      PointId chapter = point.partOf();
      wholes.put(point.id(), chapter != null ? chapter : point.instrument());
    }
    for (Point point : view.points()) {
      for (Component component : point.components()) {
        subjects.add(component.id());
        wholes.put(component.id(), point.id());
      }
    }
  }

  /// Every subject, the widest first.
  List<Subject> subjects() {
    return subjects;
  }

  /// The wholes that `subject` is part of, the narrowest first, without itself.
  List<Subject> wholesOf(Subject subject) {
    List<Subject> chain = new ArrayList<>();
    for (Subject at = wholes.get(subject); at != null; at = wholes.get(at)) {
      chain.add(at);
    }
    return chain;
  }

  /// The instrument that a subject is, or is part of; empty for the whole and for acts.
  Optional<InstrumentId> instrumentOf(Subject subject) {
    return switch (subject) {
      case InstrumentId id -> Optional.of(id);
      case PointId id -> Optional.of(view.get(id).instrument());
      case ComponentId id -> Optional.of(view.pointOf(id).instrument());
      case Subject.Whole _, ActId _ -> Optional.empty();
    };
  }

  /// The points that `subject` consists of, without headings.
  List<Point> pointsOf(Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> counted;
      case InstrumentId instrument -> {
        Set<Subject> parts = partsOf(instrument);
        yield counted.stream().filter(point -> parts.contains(point.instrument())).toList();
      }
      case PointId chapter when !view.pointsIn(chapter).isEmpty() -> chapter(view.get(chapter));
      case PointId point -> List.of(view.get(point));
      case ComponentId _, ActId _ -> List.of();
    };
  }

  /// The points of a chapter, itself among them if it is counted.
  private List<Point> chapter(Point chapter) {
    List<Point> points = new ArrayList<>();
    List<Point> next = new ArrayList<>(List.of(chapter));
    while (!next.isEmpty()) {
      Point point = next.removeLast();
      if (view.isCounted(point)) {
        points.add(point);
      }
      next.addAll(view.pointsIn(point.id()).reversed());
    }
    return points;
  }

  private Set<Subject> partsOf(InstrumentId instrument) {
    Set<Subject> parts = new HashSet<>();
    for (Instrument each : view.instruments()) {
      if (each.id().equals(instrument) || wholesOf(each.id()).contains(instrument)) {
        parts.add(each.id());
      }
    }
    return parts;
  }
}

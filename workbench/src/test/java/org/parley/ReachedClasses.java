package org.parley;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// The classes of ours that one needs, those that they need, and the forms of what is sealed.
@NullMarked
public final class ReachedClasses {

  private ReachedClasses() {}

  public static Set<Class<?>> from(JavaClasses known, Class<?> start)
      throws ClassNotFoundException {
    Set<Class<?>> reached = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      if (!next.getName().startsWith("org.parley.") || !reached.add(next)) {
        continue;
      }
      for (JavaClass each : direct(known.get(next.getName()))) {
        if (each.getName().startsWith("org.parley.")) {
          open.push(Class.forName(each.getName(), false, start.getClassLoader()));
        }
      }
      if (next.isSealed()) {
        List.of(next.getPermittedSubclasses()).stream()
            .filter(each -> each.isRecord() || each.isSealed())
            .forEach(open::push);
      }
    }
    return reached;
  }

  private static List<JavaClass> direct(JavaClass from) {
    return from.getDirectDependenciesFromSelf().stream()
        .map(each -> each.getTargetClass().getBaseComponentType())
        .toList();
  }
}

package org.decroche.moving;

import java.util.List;
import org.decroche.numbers.NumberReader;
import org.decroche.routing.agent.AgentId;

/** A page of rows from a program, taken in at once: all of them, or none. */
public final class RowPage {
  private final Intakes intakes;
  private final String country;
  private final NumberReader numbers = new NumberReader();

  /**
   * @param country ISO 3166 code: how a number without country code is meant
   */
  public RowPage(Intakes intakes, String country) {
    this.intakes = intakes;
    this.country = country;
  }

  /**
   * Takes the rows in unless one is refused.
   *
   * @param columns what each cell of a row holds
   * @param rows their cells; lines are counted from 1
   */
  public Judged take(Kind kind, List<Field> columns, List<List<String>> rows, AgentId by) {
    RowReader reader = new RowReader(kind, List.copyOf(columns), country, numbers);
    Plan plan = new Plan(List.copyOf(columns), "", true);
    try (Intake intake = intakes.open(kind, plan.fields(), new Intakes.Defaults("", by))) {
      for (int i = 0; i < rows.size(); i++) {
        // A program writes what it means: no apostrophe is taken off.
        intake.add(reader.read(i + 1, rows.get(i).stream().map(Cells::neutral).toList()));
      }
      Judged judged = intake.judge();
      if (judged.refused() == 0) {
        intake.apply(done -> {});
        intake.commit();
      }
      return judged;
    }
  }
}

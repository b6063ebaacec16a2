package org.examledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final String PLANTED = House.plantedRoot("rooms");

    @Test
    void packages_do_not_know_each_other_in_circles() {
        Rooms.noCycles(House.ROOT).check(House.classes());
    }

    @Test
    void a_circle_of_two_packages_is_caught() {
        var violations = House.violations(Rooms.noCycles(House.plantedRoot("cycle")), House.planted("cycle"));

        assertThat(violations).singleElement().asString().contains("Slice here", "Slice there");
    }

    @Test
    void command_rooms_know_another_room_by_its_door_only() {
        Rooms.commandRoomsUseDoors(House.ROOT).check(House.classes());
    }

    @Test
    void who_reaches_past_a_door_is_caught_and_nobody_else() {
        var violations = House.violations(Rooms.commandRoomsUseDoors(PLANTED), House.planted("rooms"));

        assertThat(violations).anySatisfy(it -> assertThat(it).contains("SessionThatReachesIntoExam"));
        assertThat(violations).anySatisfy(it -> assertThat(it).contains("ExamThatReachesIntoSession", "SessionInside"));
        assertThat(violations).anySatisfy(it -> assertThat(it).contains("HandlingThatKnowsARoom", "PlantedDraft"));
        assertThat(violations)
                .allSatisfy(it -> assertThat(it)
                        .containsAnyOf(
                                "SessionThatReachesIntoExam", "ExamThatReachesIntoSession", "HandlingThatKnowsARoom"));
    }
}

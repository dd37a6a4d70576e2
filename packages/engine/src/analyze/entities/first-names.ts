/** Given names that are hardly ever other words of English. They open the name of a person; a name they do not open stays in doubt. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `Aaron Abdul Abigail Abraham Adam Adrian Agnes Ahmed Aisha Alan Albert Alberto Alec Alejandro Alessandro Alex Alexander Alexandra Alexei
  Alexis Alfred Ali Alice Alicia Alison Allan Allen Amanda Amelia Amir Amy Ana Anastasia Anders André Andrea Andreas Andrei Andrew Andy Angela
  Anita Ann Anna Anne Annette Annie Anthony Antoine Anton Antonia Antonio Arjun Arnold Arthur Ashley Audrey Augustus Aurora Barack Barbara
  Barry Bartholomew Beatrice Beatriz Ben Benedict Benjamin Bernard Bernardo Bernhard Bernie Bertrand Betty Beverly Björn Boris Brad Bradley
  Brandon Brenda Brendan Brian Bridget Bruce Bryan Caleb Calvin Camille Carl Carla Carlos Carmen Carol Caroline Catherine Cecilia Cedric
  Charles Charlie Chen Chloe Chris Christian Christina Christine Christoph Christopher Claire Clara Claude Claudia Clifford Colin Connie Conrad
  Cristina Curtis Cynthia Dan Daniel Daniela Danielle Darren Dave David Deborah Debra Denis Dennis Derek Diana Diane Diego Dieter Dimitri
  Dmitri Dmitry Dominic Don Donald Donna Doris Dorothy Doug Douglas Duncan Dwight Edgar Edith Edmund Eduard Eduardo Edward Edwin Eileen Elaine
  Eleanor Elena Eli Elias Elijah Elisabeth Elizabeth Ellen Emil Emile Emily Emma Emmanuel Enrico Enrique Eric Erica Erich Erik Ernest Ernst Esther
  Ethan Eugene Eva Evan Evelyn Fatima Felix Ferdinand Fernando Fiona Francesca Francesco Francis Francisco François Frank Franz Fred Frederick
  Frederic Friedrich Gabriel Gabriela Gareth Gary Gavin Geoffrey George Georges Gerald Gerard Gerhard Gertrude Gilbert Giovanni Giuseppe
  Gloria Gordon Graham Greg Gregory Guido Guillaume Gustav Guy Hannah Hans Harold Harriet Harry Harvey Hassan Heather Hector Heidi Heinrich Helen
  Helena Helmut Henri Henrik Henry Herbert Herman Hillary Hiroshi Holly Howard Hubert Hugh Hugo Humphrey Ian Ibrahim Igor Ingrid Irene Isaac Isabel
  Isabella Ivan Jack Jackie Jacob Jacques Jaime James Jamie Jan Jane Janet Janice Jared Jason Javier Jay Jean Jeanne Jeff Jeffrey Jennifer
  Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Jo Joachim Joan Joanna Joanne Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan
  Jorge José Josef Joseph Josephine Joshua Joyce Juan Juana Judith Judy Julia Julian Juliana Julie Julien Julius Jürgen Justin Karen Karin Karl
  Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kenji Kevin Kim Kirsten Klaus Konrad Konstantin Kristen Kurt Kyle Larry
  Laura Lauren Laurence Lawrence Leah Lee Leo Leon Leonard Leonardo Leslie Lev Lewis Liam Linda Linus Lisa Liz Lloyd Lorenzo Louis Louise Luca Lucas
  Lucia Lucy Ludwig Luis Luke Lydia Lynn Madeleine Magnus Marc Marcel Marcia Marco Marcus Margaret Maria Marian Marianne Marie Marilyn Mario
  Marion Marjorie Marta Martha Martin Martina Marvin Mary Masahiro Mateo Mathieu Matt Matthew Matthias Maureen Maurice Max Maximilian Maya Megan
  Melanie Melissa Mercedes Michael Michel Michele Michelle Miguel Mikhail Mike Mikael Milan Mildred Milton Miranda Miriam Mohamed Mohammad Mohammed
  Moira Molly Monica Monika Morris Muhammad Nadia Nancy Naomi Natalia Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas Nick Nicola Nicolas
  Nicole Niels Nigel Nikita Nikolai Nils Nina Noah Noam Nora Norman Oleg Oliver Olivia Olga Oscar Oskar Otto Owen Pablo Pamela Pascal Patricia Patrick
  Paul Paula Pauline Pavel Pedro Penelope Peter Petra Phil Philip Philippe Phillip Phyllis Pierre Pieter Priya Rachel Rafael Rajesh Ralph Ramon
  Randall Randy Raoul Raphael Ravi Raymond Rebecca Regina Reginald Reinhard Renata René Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin
  Rodney Roger Roland Rolf Roman Ron Ronald Rosa Rosalind Rosemary Ross Roy Rudolf Rudolph Rupert Russell Ruth Ryan Sabine Sally Salvador Sam
  Samantha Samuel Sandra Sanjay Sara Sarah Sean Sebastian Serena Sergei Sergey Sergio Sharon Shirley Sidney Siegfried Sigmund Silvia Simon Simone
  Sofia Sonia Sophia Sophie Stanley Stefan Stella Stephan Stephanie Stephen Steve Steven Stuart Sue Susan Susanne Suzanne Sven Sylvia Takashi
  Tamara Tanya Tara Ted Teresa Terence Terry Theodore Theresa Thomas Tiffany Tim Timothy Tina Tobias Todd Tom Tony Tracy Trevor Ulrich Ulysses
  Umberto Ursula Valentina Valerie Vanessa Vera Veronica Viktor Vincent Vincenzo Vivian Vladimir Walter Wanda Warren Wayne Wendy Wilhelm
  William Winston Wolfgang Xavier Yasmin Yuki Yuri Yves Yvonne Zachary Zoe Emma Bartolomeo Errico Mikhail Buenaventura Nestor Pyotr Murray
  Leopold Lysander Alphonse Voltairine`
    .trim()
    .split(/\s+/u),
);
